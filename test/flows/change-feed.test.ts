import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { clientOfOther, keepBusy } from "../support/busy-desk.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { apply, askChanges, type Change, changesOf, walk } from "../support/feed.ts";
import { seeded } from "../support/seeded.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let client: pg.Client;
let other: string;
beforeAll(async () => {
  desk = await startDesk();
  on = verbsOn(desk);
  other = await clientOfOther(desk);
  client = new pg.Client(desk.urls.owner);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await desk.close();
});

type Logged = { id: string; position: string; internal: boolean };
const log = async (partnerId: string): Promise<Logged[]> =>
  (
    await client.query<Logged>(
      `select 'evt_' || replace(id::text, '-', '') as id, partner_position::text as position,
              coalesce(payload->>'commitment' = 'INTERNAL', false) as internal
         from event where partner_id = $1 order by event.partner_position`,
      [partnerId],
    )
  ).rows;
const settled = () =>
  eventually(
    async () => (await client.query("select 1 from event_inbox limit 1")).rowCount,
    (n) => n === 0,
  );

describe("a partner's feed is the log", () => {
  test("8 writers, 6 readers that start over from random points: no gap, no repeat, and never another partner's", async () => {
    let over = false;
    const random = seeded(7);
    const follow = async (types?: string[]) => {
      const reader = { at: "0", changes: [] as Change[] };
      let resumed = 0;
      for (let last = false; !last; ) {
        last = over;
        for (let more = true; more; ) {
          const first = 1 + Math.floor(random() * 20);
          const page = await changesOf(desk, "partner", { after: reader.at, first, ...(types && { types }) });
          apply(reader, page);
          more = page.hasMore;
          if ((resumed === 0 || random() < 0.2) && reader.changes.length > 0 && !over) {
            // it forgot the last of what it had, and asks again from there
            const back = Math.floor(random() * reader.changes.length);
            reader.at = reader.changes[back - 1]?.position ?? "0";
            reader.changes.splice(back);
            resumed += 1;
          }
        }
      }
      return { ...reader, resumed };
    };
    const readers = [follow(), follow(), follow(), follow(), follow(["TICKET_REPLIED"]), follow(["TICKET_CREATED"])];
    await keepBusy(desk, [desk.clientId, other], { writers: 8, each: 25, seed: 11 });
    await settled();
    over = true;
    const [all, , , , replied, created] = await Promise.all(readers);

    const expected = (await log(desk.cast.partner.id)).filter((row) => !row.internal);
    for (const reader of (await Promise.all(readers)).slice(0, 4))
      expect(reader.changes.map(({ id, position }) => ({ id, position }))).toEqual(
        expected.map(({ id, position }) => ({ id, position })),
      );
    expect(all?.resumed).toBeGreaterThan(0);
    const whole = await log(desk.cast.partner.id);
    for (const filtered of [replied, created]) {
      expect(filtered?.at, "filtered-out events still move `to`").toBe(String(whole.length));
      expect(filtered?.changes.length).toBeGreaterThan(0);
      expect(filtered?.changes.length).toBeLessThan(expected.length);
    }
    expect(new Set(replied?.changes.map((c) => c.type))).toEqual(new Set(["TICKET_REPLIED"]));
    const theirs = await walk(desk, "otherPartner");
    const mine = new Set(expected.map((row) => row.id));
    expect(theirs.changes.length).toBeGreaterThan(20);
    expect(theirs.changes.filter((c) => mine.has(c.id))).toEqual([]);
    const others = new Set(theirs.changes.map((c) => c.ticketId));
    expect(all?.changes.filter((c) => c.ticketId && others.has(c.ticketId))).toEqual([]);
  });

  test("staff have the desk's own: every partner's events by the log's positions, the house's promises too", async () => {
    const { changes, at } = await walk(desk, "technician");
    const { rows } = await client.query("select count(*)::int as n from event");
    expect(at).toBe(String(rows[0].n));
    expect(changes.map((c) => c.position)).toEqual(Array.from({ length: rows[0].n }, (_, i) => String(i + 1)));
  });

  test("what the desk promised itself is in no partner's feed", async () => {
    const whole = await log(desk.cast.partner.id);
    const hidden = new Set(whole.filter((row) => row.internal).map((row) => row.id));
    expect(hidden.size).toBeGreaterThan(0);
    expect((await walk(desk, "partner")).changes.filter((c) => hidden.has(c.id))).toEqual([]);
  });
});

describe("a change says all that is needed to apply it", () => {
  const after = async () => (await changesOf(desk, "partner", { first: 1 })).to;

  test("the ticket as it is now, what changed, who did it, and the message itself", async () => {
    const at = await after();
    const { id, number } = await on.open();
    await on.done("technician", "takeTicket", { ticketId: id });
    await on.done("technician", "reply", { ticketId: id, body: "Try it again." });
    await settled();
    const { changes } = await walk(desk, "partner", { after: at });
    const of = (type: string) => changes.find((c) => c.type === type) as Change;
    expect(of("TICKET_CREATED")).toMatchObject({
      ticketId: id,
      ticketVersion: 1,
      actor: { kind: "REQUESTER", name: "Robin Requester" },
      ticket: { id, number, version: 3, status: "OPEN" },
      tombstone: null,
      changed: { status: { from: null, to: "NEW" }, affected: { from: null, to: "ONE" }, verdict: null },
    });
    expect(of("TICKET_TAKEN").changed).toMatchObject({
      status: { from: "NEW", to: "OPEN" },
      assignee: { from: null, to: { name: "Tess Technician" } },
    });
    expect(of("SLA_MET")).toMatchObject({ ticketVersion: null, actor: { kind: "TECHNICIAN" } });
    const { data } = await desk.gql(
      "partner",
      `query($after: Position) { changes(after: $after, first: 100, types: [TICKET_REPLIED, SLA_MET]) { changes {
         entry { kind body } clock { metric verdict commitment } } } }`,
      { after: at },
    );
    expect(data.changes.changes).toEqual([
      { entry: { kind: "REPLY", body: "Try it again." }, clock: null },
      { entry: null, clock: { metric: "FIRST_RESPONSE", verdict: "MET", commitment: "CONTRACTUAL" } },
    ]);
  });

  test("its own echo is marked, and left out on request", async () => {
    const at = await after();
    const { id } = await on.open();
    await on.done("partner", "addNote", { ticketId: id, body: "From our system" });
    await settled();
    const { changes } = await walk(desk, "partner", { after: at });
    const [note] = changes.filter((c) => c.type === "NOTE_ADDED");
    expect(note).toMatchObject({ own: true, origin: expect.stringMatching(/^key_/), actor: { kind: "PARTNER" } });
    expect(changes.filter((c) => c.own)).toHaveLength(1);
    const without = await walk(desk, "partner", { after: at, excludeOwn: true });
    expect(without.changes.map((c) => c.id)).toEqual(changes.filter((c) => !c.own).map((c) => c.id));
    expect(without.at).toBe((await walk(desk, "partner", { after: at })).at);
  });

  test("a ticket that left sight is a tombstone", async () => {
    const at = await after();
    const { id } = await on.open();
    await settled();
    await giveTo(id, desk.cast.otherPartner.id);
    const { changes } = await walk(desk, "partner", { after: at });
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) expect(change).toMatchObject({ ticket: null, tombstone: { ticketId: id } });
    await giveTo(id, desk.cast.partner.id); // its clocks go on
  });
});

describe("positions", () => {
  test("without one, the answer says where the feed stands", async () => {
    const page = await changesOf(desk, "partner");
    expect(page).toMatchObject({ changes: [], hasMore: false });
    expect(page.from).toBe(page.to);
    expect(page.to).toBe(String((await log(desk.cast.partner.id)).length));
  });

  test("one that lies ahead is another feed's, and a page is of 1 to 100", async () => {
    const { errors } = await askChanges(desk, "partner", { after: "999999" });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
    for (const first of [0, 101, -1])
      expect((await askChanges(desk, "partner", { after: "0", first })).errors?.[0]?.extensions).toMatchObject({
        code: "BAD_USER_INPUT",
      });
  });

  test.each(["requester", "wall", "monitoring"] as const)("a %s has no feed", async (who) => {
    expect((await askChanges(desk, who, { after: "0" })).errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
  });

  test("after 30 days it has expired, and says where to go on; the very day before it has not", async () => {
    await desk.travel("2026-12-30T14:00:00Z");
    expect((await changesOf(desk, "partner", { after: "0", first: 1 })).changes).toHaveLength(1);
    await desk.travel("2027-01-15T15:00:00Z");
    const { errors } = await askChanges(desk, "partner", { after: "0" });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "CURSOR_EXPIRED", position: expect.stringMatching(/^\d+$/) });
    const position = errors?.[0]?.extensions["position"] as string;
    await on.open();
    await settled();
    const { changes } = await walk(desk, "partner", { after: position });
    expect(changes[0]?.type).toBe("TICKET_CREATED");
  });
});

/** A ticket alone becomes another partner's. Keys hold its rows together: only an administrator may step around them. */
async function giveTo(id: string, partnerId: string): Promise<void> {
  const url = new URL(inject("adminUrl"));
  url.pathname = new URL(desk.urls.owner).pathname;
  const admin = new pg.Client(url.href);
  await admin.connect();
  await admin.query("set session_replication_role = replica");
  await admin.query("update ticket set partner_id = $1 where 'tkt_' || replace(id::text, '-', '') = $2", [
    partnerId,
    id,
  ]);
  await admin.end();
}
