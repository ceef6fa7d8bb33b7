import pg from "pg";
import { expect } from "vitest";
import type { RoleUrls } from "../../api/platform/roles.ts";
import type { Written } from "./event-writers.ts";

type Logged = { position: string; partner: string; own: string; ticket: string; version: number };

/** What the log must hold, whatever was killed: dense positions in every feed, all that was committed, in each ticket's order. */
export async function checkLog(urls: RoleUrls, written: readonly Written[]): Promise<void> {
  const client = new pg.Client(urls.owner);
  await client.connect();
  const { rows } = await client.query<Logged>(
    `select position, partner_id as partner, partner_position as own, ticket_id as ticket, ticket_version as version
       from event order by position`,
  );
  await client.end();
  expect(rows.length).toBe(written.length);
  expect(
    rows.findIndex((row, i) => Number(row.position) !== i + 1),
    "a hole or a repeat in the desk's feed",
  ).toBe(-1);
  const own = new Map<string, number>();
  const versions = new Map<string, number>();
  const faults: string[] = [];
  for (const row of rows) {
    const next = (own.get(row.partner) ?? 0) + 1;
    own.set(row.partner, next);
    if (Number(row.own) !== next) faults.push(`partner ${row.partner}: ${row.own} in place of ${next}`);
    if (row.version <= (versions.get(row.ticket) ?? 0))
      faults.push(`ticket ${row.ticket}: version ${row.version} too late`);
    versions.set(row.ticket, row.version);
  }
  expect(faults).toEqual([]);
  const key = (w: { ticketId: string; version: number }) => `${w.ticketId} ${w.version}`;
  const logged = new Set(rows.map((row) => `${row.ticket} ${row.version}`));
  expect(
    written.filter((w) => !logged.has(key(w))),
    "committed and not in the log",
  ).toEqual([]);
  expect(logged.size).toBe(rows.length);
}
