import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { follow } from "../../schema/sdk/follow.ts";
import { type ChangeFields, type ChangesOptions, createDesk, type Desk } from "../../schema/sdk/index.ts";
import { keepBusy } from "../support/busy-desk.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { feedEnd } from "../support/feed-end.ts";
import { flakyProxy } from "../support/flaky-proxy.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let line: Awaited<ReturnType<typeof flakyProxy>>;
let partner: Desk;
let on: ReturnType<typeof verbsOn>;
let end: () => Promise<string>;
let told: (after: string) => Promise<string[]>;
let feed: Awaited<ReturnType<typeof feedEnd>>;
beforeAll(async () => {
  desk = await startDesk();
  feed = await feedEnd(desk);
  ({ end, told } = feed);
  line = await flakyProxy(desk.url);
  partner = createDesk({ url: line.url, token: desk.tokens.partner });
  on = verbsOn(desk);
});
afterAll(async () => {
  await line.close();
  await feed.close();
  await desk.close();
});
beforeEach(() => {
  line.accidents.length = line.opened = 0;
  line.sockets = true;
});

const busy = (seed: number, writers = 4, each = 10) => keepBusy(desk, [desk.clientId], { writers, each, seed });

/** Follows the feed beside what the test does, until it is told to stop. */
function reader(options: ChangesOptions, handle: (change: ChangeFields) => Promise<void> | void = () => {}) {
  const stop = new AbortController();
  const seen: ChangeFields[] = [];
  const done = (async () => {
    for await (const change of partner.changes({ ...options, signal: stop.signal })) {
      seen.push(change);
      await handle(change);
    }
  })();
  return {
    seen,
    ids: () => seen.map(({ id }) => id),
    stop: async () => {
      stop.abort();
      await done;
    },
  };
}

describe("the feed as a loop", () => {
  test("what was missed comes first, then what happens, each once and in order", async () => {
    const after = await end();
    await busy(1);
    const reading = reader({ after });
    await expect.poll(() => line.opened, { timeout: 5000 }).toBe(1);
    await busy(2);
    await expect.poll(reading.ids, { timeout: 10_000 }).toEqual(await told(after));
    expect(reading.seen.every(({ own }) => !own)).toBe(true);
    await reading.stop();
  });

  test("a line that breaks again and again costs nothing and doubles nothing", async () => {
    const after = await end();
    const reading = reader({ after });
    for (let n = 0; n < 6; n++) {
      await expect.poll(() => line.opened, { timeout: 10_000 }).toBeGreaterThan(n);
      await busy(10 + n, 4, 4);
      line.accidents.push("lose the answer", { status: 503, headers: { "retry-after": "0" } });
      line.cut();
    }
    await expect.poll(reading.ids, { timeout: 20_000 }).toEqual(await told(after));
    await reading.stop();
  });

  test("where no socket gets through, pages are asked for instead", async () => {
    line.sockets = false;
    const after = await end();
    const reading = reader({ after });
    await expect.poll(() => line.opened, { timeout: 5000 }).toBeGreaterThan(1);
    await busy(20);
    await expect.poll(reading.ids, { timeout: 20_000 }).toEqual(await told(after));
    await reading.stop();
  });

  test("a desk that is not reached is waited for, and the reader is told", async () => {
    const after = await end();
    line.accidents.push(...Array(3).fill("lose the request"));
    const troubles: string[] = [];
    const brief = createDesk({ url: line.url, token: desk.tokens.partner, patience: { tries: 1 } });
    const { id } = await on.open();
    for await (const change of brief.changes({ after, onTrouble: ({ code }) => void troubles.push(code) }))
      if (change.ticketId === id) break;
    expect(troubles).toEqual(["NETWORK", "NETWORK", "NETWORK"]);
  });

  test("a reader slower than the news is not drowned: the rest is read from the log", async () => {
    const after = await end();
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const reading = reader({ after }, () => held);
    await expect.poll(() => line.opened, { timeout: 5000 }).toBe(1);
    await Promise.all(Array.from({ length: 90 }, () => on.open()));
    const all = await told(after);
    expect(all.length).toBeGreaterThan(250);
    release();
    await expect.poll(reading.ids, { timeout: 30_000 }).toEqual(all);
    await reading.stop();
  });

  test("it ends where it was asked only to catch up, and where it was told to stop", async () => {
    const after = await end();
    await on.open();
    const all = await told(after);
    const caughtUp: string[] = [];
    for await (const { id } of partner.changes({ after, live: false })) caughtUp.push(id);
    expect(caughtUp).toEqual(all);
    const stop = new AbortController();
    for await (const change of partner.changes({ after, signal: stop.signal })) {
      expect(change.id).toBe(all[0]);
      stop.abort();
    }
  });

  test("a socket that says nothing for too long is given up, however open it looks", async () => {
    const asked = { types: null, excludeOwn: true };
    const way = { url: line.url, token: desk.tokens.partner };
    let messages = 0;
    for await (const _ of follow(way, await end(), asked, 500)) messages += 1;
    expect(messages).toBeGreaterThan(0);
  });
});

describe("one's own echo", () => {
  test("what a key did is no longer one's own once it is rotated: then it is named", async () => {
    const after = await end();
    const { ticket } = await partner.createTicket({ clientId: desk.clientId, subject: "By the old key" });
    const [key] = await partner.apiKeys().toArray();
    expect(key).toMatchObject({ state: "ACTIVE" });
    const { secret, replaced } = await partner.rotateApiKey({ keyId: key?.id as string });
    expect(replaced.id).toBe(key?.id);
    await end();
    let token = desk.tokens.partner;
    const rotated = createDesk({ url: desk.url, token: () => token });
    const read = async (options: ChangesOptions) => {
      const seen: (string | null)[] = [];
      for await (const { ticketId } of rotated.changes({ after, live: false, ...options })) seen.push(ticketId);
      return seen;
    };
    expect(await read({})).toEqual([]);
    token = secret;
    expect(await read({})).toContain(ticket.id);
    expect(await read({ origins: [replaced.id] })).toEqual([]);
  });

  test("is left out, unless it is asked for; so is what another of one's keys did", async () => {
    const after = await end();
    const { ticket } = await partner.createTicket({ clientId: desk.clientId, subject: "Mine" });
    await on.done("technician", "takeTicket", { ticketId: ticket.id });
    await end();
    const read = async (options: ChangesOptions) => {
      const types: string[] = [];
      let origin = "";
      for await (const change of partner.changes({ after, live: false, ...options })) {
        types.push(change.type);
        if (change.own) origin = change.origin as string;
      }
      return { types, origin };
    };
    expect((await read({})).types).not.toContain("TICKET_CREATED");
    const whole = await read({ own: true });
    expect(whole.types).toEqual(expect.arrayContaining(["TICKET_CREATED", "TICKET_TAKEN"]));
    expect((await read({ own: true, origins: [whole.origin] })).types).toEqual((await read({})).types);
  });
});
