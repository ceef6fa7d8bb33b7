import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Instant } from "../../api/core/time.ts";
import { theDesk } from "../../api/platform/viewer.ts";
import { checksum } from "../../api/queue/checksum.ts";
import { sharedPicture } from "../../api/queue/wall-view.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { subscribe } from "../support/socket.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  desk.trust(document, nonsense, QUERY);
});
afterAll(() => desk.close());

type Shown = { number: number; standing: string; ticketId: string; version: number; orderKey: string; next: boolean };
type Message = {
  wall: {
    __typename: "WallSnapshot" | "WallDelta" | "WallHeartbeat";
    from: string | null;
    to: string;
    wall?: { counts: { open: number; breached: number }; rows: Shown[] };
    counts?: { open: number };
    rows?: Shown[];
    gone?: string[];
    checksum?: string;
  };
};
const ROW = "rows { number standing ticketId version orderKey next }";
const document = `subscription($after: Position, $rows: Int! = 8) { wall(after: $after, rows: $rows) { __typename
  ... on WallSnapshot { from to wall { counts { open breached } ${ROW} } }
  ... on WallDelta { from to counts { open } ${ROW} gone }
  ... on WallHeartbeat { from to counts { open } checksum } } }`;
const nonsense = "subscription { wall { colour } }";
const rowsOf = ({ wall }: Message) => wall.wall?.rows ?? wall.rows ?? [];

/** Follows a wall as a board must: what does not follow on is an error. */
function follow(messages: readonly Message[]): { at: string; rows: Map<string, Shown> } {
  const board = { at: "", rows: new Map<string, Shown>() };
  for (const message of messages) {
    const { __typename, from, to, gone = [] } = message.wall;
    if (__typename === "WallSnapshot") board.rows.clear();
    else if (from !== board.at) throw new Error(`a ${__typename} from ${from} for a board at ${board.at}`);
    for (const id of gone) board.rows.delete(id);
    for (const row of rowsOf(message)) board.rows.set(row.ticketId, row);
    board.at = to;
  }
  return board;
}
const QUERY = `{ wall { ${ROW} } }`;
const asAsked = async () => (await desk.gql("wall", QUERY)).data.wall.rows as Shown[];
const byKey = (rows: Iterable<Shown>) => [...rows].sort((a, b) => (a.orderKey < b.orderKey ? -1 : 1));
const open = async (subject: string) => {
  const { data } = await desk.gql(
    "technician",
    "mutation($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id number } userErrors { message } } }",
    { input: { clientId: desk.clientId, subject, affected: "ALL", workaround: false } },
  );
  return data.createTicket.ticket as { id: string; number: number };
};
const shows = (number: number) => (m: Message) => rowsOf(m).some((r) => r.number === number);

describe("an open wall", () => {
  test("is told all at once, then a new ticket, at risk and at breach, and that it has gone when it is over", async () => {
    const feed = await subscribe<Message>(desk, "wall", document);
    const first = await feed.until(() => true);
    expect(first.wall).toMatchObject({ __typename: "WallSnapshot", from: null, wall: { rows: [] } });

    const { id, number } = await open("Nobody can print");
    await feed.until(shows(number));
    const standing = (wanted: string) => (m: Message) =>
      rowsOf(m).some((r) => r.number === number && r.standing === wanted);
    await desk.travel("2026-11-30T15:50:00Z");
    await feed.until(standing("AT_RISK"));
    await desk.travel("2026-11-30T16:00:01Z");
    await feed.until(standing("BREACHED"));

    await desk.gql(
      "technician",
      'mutation($id: ID!) { cancel(input: { ticketId: $id, reason: "Paper" }) { userErrors { message } } }',
      { id },
    );
    await feed.until((m) => m.wall.gone?.includes(id) ?? false);
    expect(feed.messages.slice(1).map((m) => m.wall.__typename)).not.toContain("WallSnapshot");
    feed.close();
  });

  test("is told positions without a gap, and what it was told comes to what is asked for now", async () => {
    const feed = await subscribe<Message>(desk, "wall", document);
    for (let i = 0; i < 5; i++) await feed.until(shows((await open(`Ticket ${i}`)).number));
    const beat = await feed.until((m) => m.wall.__typename === "WallHeartbeat", 8_000);
    const board = follow(feed.messages.slice(0, feed.messages.indexOf(beat) + 1));
    const now = byKey(await asAsked());
    expect(byKey(board.rows.values())).toEqual(now);
    expect(beat.wall.checksum).toBe(checksum(now));
    feed.close();
  });

  test("is told a row again only when more of it changed than what runs by itself", async () => {
    const feed = await subscribe<Message>(desk, "wall", document);
    await feed.until(() => true);
    const { number } = await open("The only news");
    const news = await feed.until(shows(number));
    expect(rowsOf(news).filter((row) => row.number !== number && !row.next)).toEqual([]);
    feed.close();
  });

  test("that comes back is told what it missed, and everything when that is not kept", async () => {
    const stays = await subscribe<Message>(desk, "wall", document);
    const before = await subscribe<Message>(desk, "wall", document);
    await before.until(() => true);
    const { number: seen } = await open("While somebody watched");
    await before.until(shows(seen));
    const { at } = follow(before.messages);
    before.close();
    const { number } = await open("While nobody watched");
    await stays.until(shows(number));
    const after = await subscribe<Message>(desk, "wall", document, { after: at });
    const first = await after.until(() => true);
    expect(first.wall).toMatchObject({ __typename: "WallDelta", from: at });
    await after.until(shows(number));
    const long = await subscribe<Message>(desk, "wall", document, { after: "1" });
    expect((await long.until(() => true)).wall).toMatchObject({ __typename: "WallSnapshot", from: null });
    const end = JSON.stringify(byKey(await asAsked()));
    const boards = () => [stays.messages, [...before.messages, ...after.messages], long.messages];
    const shown = (messages: readonly Message[]) => JSON.stringify(byKey(follow(messages).rows.values()));
    await eventually(
      () => boards().map(shown),
      (all) => all.every((board) => board === end),
    );
    for (const feed of [stays, after, long]) feed.close();
  });

  test("shares what it is told with all who ask for the same, and with nobody who asks for something else", async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => subscribe<Message>(desk, "wall", document)));
    const few = await subscribe<Message>(desk, "wall", document, { rows: 2 });
    const staff = await subscribe<Message>(desk, "technician", document);
    await Promise.all([...all, few, staff].map((feed) => feed.until(() => true)));
    await open("For all of them");
    const told = await Promise.all(all.map((feed) => feed.until((m) => m.wall.__typename === "WallDelta")));
    expect(new Set(told.map((m) => JSON.stringify(m))).size).toBe(1);
    expect((await few.until(() => true)).wall.wall?.rows.length).toBeLessThanOrEqual(2);
    await staff.until((m) => m.wall.__typename === "WallDelta");
    for (const feed of [...all, few, staff]) feed.close();
  });

  test("asked for by a document that makes no sense says so, and takes no blame", async () => {
    const asked = subscribe(desk, "wall", nonsense).then((feed) => feed.until(() => true));
    await expect(asked).rejects.toThrow(/Cannot query field .*colour.*GRAPHQL_VALIDATION_FAILED/);
  });

  test("is refused to whoever may not see it, with the reason", async () => {
    await expect(subscribe(desk, "partner", document).then((feed) => feed.until(() => true))).rejects.toThrow(
      /A PARTNER may not use wall/,
    );
  });
});

describe("a picture that many walls share", () => {
  test("is taken anew after every change, also one that comes a moment after the last and with no event", async () => {
    const { house } = desk.composed;
    const picture = async () => (await sharedPicture(house, theDesk, {})).view.asOf;
    const at = await picture();
    expect(await picture()).toBe(at);
    for (let second = 1; second <= 3; second++) {
      await house.setClock((at + second) as Instant, null);
      expect(await picture()).toBe(at + second);
    }
  });
});
