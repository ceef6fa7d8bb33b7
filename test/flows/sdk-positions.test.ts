import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CursorExpired, createDesk, type Desk, fileStore } from "../../schema/sdk/index.ts";
import { keepBusy } from "../support/busy-desk.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { walk } from "../support/feed.ts";
import { feedEnd } from "../support/feed-end.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let partner: Desk;
let on: ReturnType<typeof verbsOn>;
let folder: string;
let feed: Awaited<ReturnType<typeof feedEnd>>;
beforeAll(async () => {
  desk = await startDesk();
  feed = await feedEnd(desk);
  partner = createDesk({ url: desk.url, token: desk.tokens.partner });
  on = verbsOn(desk);
  folder = await mkdtemp(join(tmpdir(), "watchdesk-sdk-"));
});
afterAll(async () => {
  await feed.close();
  await desk.close();
  await rm(folder, { recursive: true });
});

describe("a place that is kept", () => {
  test("a reader that dies at any change goes on with it, and misses none", async () => {
    const store = fileStore(join(folder, "dies"));
    const after = await feed.end();
    await store.save(after);
    await keepBusy(desk, [desk.clientId], { writers: 4, each: 10, seed: 40 });
    const all = await feed.told(after);
    const handled: string[] = [];
    for (let lives = 0; handled.at(-1) !== all.at(-1); lives++) {
      expect(lives).toBeLessThan(all.length);
      let left = 1 + (lives % 3);
      const life = async () => {
        for await (const { id } of partner.changes({ store, live: false })) {
          if (left-- === 0) throw new Error("killed");
          handled.push(id);
        }
      };
      await life().catch((error) => expect(error.message).toBe("killed"));
    }
    expect(handled).toEqual(all);
    expect((await readFile(join(folder, "dies"), "utf8")).trim()).toBe(await feed.end());
  });

  test("without a place, everything is read first, and what happens meanwhile comes behind it", async () => {
    const store = fileStore(join(folder, "first"));
    const known: string[] = [];
    let meanwhile = "";
    const resync = async (why: string) => {
      known.push(why);
      meanwhile = (await on.open()).id;
    };
    for await (const change of partner.changes({ store, resync })) {
      expect(change.ticketId).toBe(meanwhile);
      break;
    }
    expect(known).toEqual(["FIRST"]);
  });

  test("a place that is older than changes are kept: everything is read anew, or the reader is told", async () => {
    const old = await startDesk();
    const { id } = await verbsOn(old).open();
    await eventually(
      () => walk(old, "partner"),
      ({ at }) => at !== "0",
    );
    await old.travel("2027-01-15T15:00:00Z");
    const reader = createDesk({ url: old.url, token: old.tokens.partner });
    const expired = await (async () => {
      for await (const _ of reader.changes({ after: "0", live: false }));
    })().catch((error) => error);
    expect(expired).toBeInstanceOf(CursorExpired);
    expect(BigInt(expired.position)).toBeGreaterThan(0n);

    const store = fileStore(join(folder, "expired"));
    await store.save("0");
    const whys: string[] = [];
    const resync = async (why: string) => {
      whys.push(why);
      await verbsOn(old).done("technician", "takeTicket", { ticketId: id });
    };
    for await (const change of reader.changes({ store, resync })) {
      expect(change.type).toBe("TICKET_TAKEN");
      break;
    }
    expect(whys).toEqual(["EXPIRED"]);
    await old.close();
  });
});
