import { describe, expect, test } from "vitest";
import { FairQueue, TooManyWaiting } from "./fair-queue.ts";

describe("operations of many keys take turns", () => {
  const queueOf = (more = {}) => new FairQueue({ atOncePerKey: 2, atOnceInAll: 2, waitingPerKey: 100, ...more });

  test("however many one key sends first, another's comes next", async () => {
    const queue = queueOf();
    const done: string[] = [];
    const ends: (() => void)[] = [];
    const send = (who: string, n: number) =>
      queue.run(who, () => new Promise<void>((end) => ends.push(end))).then(() => done.push(`${who}${n}`));
    const all = [...Array(20)].map((_, n) => send("noisy", n));
    all.push(send("quiet", 0));
    while (done.length < 21) {
      ends.shift()?.();
      await new Promise((turn) => setImmediate(turn));
    }
    await Promise.all(all);
    expect(done.indexOf("quiet0")).toBeLessThanOrEqual(4);
    expect(queue.waiting).toBe(0);
  });

  test("one that fails gives its place up, and too many that wait are refused", async () => {
    const queue = queueOf({ waitingPerKey: 1 });
    await expect(queue.run("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    let end = () => {};
    const first = [queue.run("a", () => new Promise<void>((done) => (end = done))), queue.run("a", async () => {})];
    const third = queue.run("a", async () => {});
    await Promise.all([first[1], third]);
    const more = [queue.run("a", async () => {}), queue.run("a", async () => {}), queue.run("a", async () => {})];
    await expect(Promise.all(more)).rejects.toThrow(TooManyWaiting);
    end();
    await first[0];
  });
});
