import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../api/app/compose.ts";
import { createServer } from "../../api/app/server.ts";
import { ChangeStream } from "../../api/partners/change-stream.ts";
import { EVERYTHING } from "../../api/partners/feed-of.ts";
import { createLog } from "../../api/platform/log.ts";
import type { Viewer } from "../../api/platform/viewer.ts";
import { clientOfOther, keepBusy } from "../support/busy-desk.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { apply, CHANGES, type Change, changesOf, type Page, walk } from "../support/feed.ts";
import { allNumbered } from "../support/numbered.ts";
import { subscribe } from "../support/socket.ts";
import { verbsOn, type Who } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let other: string;
beforeAll(async () => {
  desk = await startDesk();
  on = verbsOn(desk);
  other = await clientOfOther(desk);
});
afterAll(() => desk.close());

type Message = { changes: Page & { pulseAt?: string } };
/** Applies all messages of a subscription in their order; heartbeats move the reader too. */
const read = (messages: readonly Message[], at: string) => {
  const reader = { at, changes: [] as Change[] };
  for (const { changes } of messages) apply(reader, { ...changes, changes: changes.changes ?? [] });
  return reader;
};
const ids = (changes: readonly Change[]) => changes.map((c) => c.id);
/** Until a subscription has told everything that the feed holds. */
const upTo = (messages: readonly Message[], to: string) =>
  eventually(
    () => messages.at(-1)?.changes.to,
    (at) => at === to,
  );

/** A subscription's first message, or why there is none. */
const begin = async (who: Who, variables: object = {}) =>
  (await subscribe<Message>(desk, who, CHANGES, variables)).until(() => true, 2_000);

/** Another server over the same desk: what a client meets after a restart. */
async function anotherServer() {
  const log = createLog("error");
  const composed = await compose(desk.urls, "test", log, false);
  const server = await createServer(composed, log, {});
  const origin = await server.listen(0, "127.0.0.1");
  return {
    wsUrl: `${origin.replace("http", "ws")}/graphql`,
    close: async () => {
      await server.close();
      await composed.close();
    },
  };
}

describe("the feed as a subscription", () => {
  test("without a position it begins now: a heartbeat at once, with the sequencer's pulse", async () => {
    await on.open();
    await allNumbered(desk);
    const socket = await subscribe<Message>(desk, "partner", CHANGES);
    const first = await socket.until(() => true);
    expect(first.changes).toMatchObject({ from: first.changes.to, pulseAt: expect.stringMatching(/Z$/) });
    expect(first.changes.changes).toBeUndefined();
    const { id } = await on.open();
    const news = await socket.until((m) => m.changes.changes?.some((c) => c.ticketId === id));
    expect(news.changes.from).toBe(first.changes.to);
    socket.close();
  });

  test("from the beginning, while 8 write: the same as the pages, each message on top of the one before", async () => {
    const socket = await subscribe<Message>(desk, "partner", CHANGES, { after: "0" });
    await keepBusy(desk, [desk.clientId, other], { writers: 8, each: 15, seed: 3 });
    await allNumbered(desk);
    const whole = await eventually(
      () => walk(desk, "partner"),
      (w) => w.changes.length > 60,
    );
    await upTo(socket.messages, whole.at);
    expect(ids(read(socket.messages, "0").changes)).toEqual(ids(whole.changes));
    socket.close();
  });

  test("resumed on another server after a restart, it goes on where it stood", async () => {
    const start = (await changesOf(desk, "partner")).to;
    const before = await subscribe<Message>(desk, "partner", CHANGES, { after: start });
    await keepBusy(desk, [desk.clientId, other], { writers: 4, each: 8, seed: 5 });
    await before.until((m) => (m.changes.changes?.length ?? 0) > 0);
    before.close();
    const had = read(before.messages, start);
    await keepBusy(desk, [desk.clientId, other], { writers: 4, each: 8, seed: 6 });
    const server = await anotherServer();
    const after = await subscribe<Message>({ ...server, tokens: desk.tokens }, "partner", CHANGES, { after: had.at });
    await keepBusy(desk, [desk.clientId, other], { writers: 4, each: 8, seed: 8 });
    await allNumbered(desk);
    const whole = await walk(desk, "partner", { after: start });
    await upTo(after.messages, whole.at);
    expect(ids([...had.changes, ...read(after.messages, had.at).changes])).toEqual(ids(whole.changes));
    after.close();
    await server.close();
  });

  test("what a filter leaves out moves the reader by the heartbeat", async () => {
    const at = (await changesOf(desk, "partner")).to;
    const socket = await subscribe<Message>(desk, "partner", CHANGES, { after: at, types: ["TICKET_MERGED"] });
    await socket.until((m) => m.changes.to === at);
    await on.open();
    const beat = await socket.until((m) => BigInt(m.changes.to) > BigInt(at));
    expect(beat.changes).toMatchObject({ from: at, pulseAt: expect.any(String) });
    socket.close();
  });

  test("a position that lies ahead is refused before it begins", async () => {
    await expect(begin("partner", { after: "999999" })).rejects.toThrow(/BAD_USER_INPUT/);
  });

  test.each(["requester", "wall", "monitoring"] as const)("a %s has none", async (who) => {
    await expect(begin(who)).rejects.toThrow(/FORBIDDEN/);
  });
});

describe("a reader that does not pull", () => {
  test("is held no more than a bound, and gets all of it by pages in order", async () => {
    const viewer = {
      ...{ kind: "PARTNER", id: "test", name: "Test", clientId: null, contactId: null, technicianId: null },
      ...{ partnerId: desk.cast.partner.id, lead: false },
    } as Viewer;
    const start = (await changesOf(desk, "partner")).to;
    const stream = new ChangeStream(desk.composed.house, viewer, start, EVERYTHING, () => {});
    expect(await stream.next()).toBeNull(); // it stands at the end and listens
    await keepBusy(desk, [desk.clientId], { writers: 8, each: 40, seed: 9 });
    await allNumbered(desk);
    const whole = await walk(desk, "partner", { after: start });
    expect(whole.changes.length).toBeGreaterThan(320);
    expect(stream.held).toBeLessThanOrEqual(300);
    const got: string[] = [];
    for (let at = start, stretch = await stream.next(); stretch; stretch = await stream.next()) {
      expect(stretch.from).toBe(at);
      at = stretch.to;
      expect(stretch.rows.length).toBeLessThanOrEqual(100);
      got.push(...stretch.rows.map((row) => row.partnerPosition));
    }
    expect(got).toEqual(whole.changes.map((c) => c.position));
    stream.close();
  });
});
