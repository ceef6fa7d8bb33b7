import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Changes, messages, type Why } from "./changes.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("changes", () => {
  test("what comes after a silence is told at once, and once however much of it there is", async () => {
    const changes = new Changes();
    let told = 0;
    changes.listen(() => told++);
    for (const times of [1, 2]) {
      for (let i = 0; i < 500; i++) changes.touch();
      expect(told).toBe(times - 1);
      await pass(1);
      expect(told).toBe(times);
      await pass(10_000);
      expect(told).toBe(times);
    }
  });

  test("what follows on it is told together, a tenth of a second after it", async () => {
    const changes = new Changes();
    let told = 0;
    changes.listen(() => told++);
    for (let i = 0; i < 9; i++) {
      changes.touch();
      await pass(11);
    }
    expect(told).toBe(1);
    await pass(1);
    expect(told).toBe(2);
    await pass(10_000);
    expect(told).toBe(2);
  });

  test("an unceasing stream of them is told at once, and then ten times a second, to everybody", async () => {
    const changes = new Changes();
    const told = [0, 0];
    changes.listen(() => told[0]!++);
    changes.listen(() => told[1]!++);
    for (let ms = 0; ms < 10_000; ms += 10) {
      changes.touch();
      await pass(10);
    }
    expect(told).toEqual([101, 101]);
  });

  test("whoever stopped listening hears no more", async () => {
    const changes = new Changes();
    let told = 0;
    const stop = changes.listen(() => told++);
    changes.touch();
    stop();
    await pass(1_000);
    expect(told).toBe(0);
  });
});

/** Reads a series as fast as it comes; each message says why it was sent. */
function read(make: (why: Why) => Promise<Why | null> = async (why) => why) {
  const changes = new Changes();
  const series = messages(changes, make);
  const heard: Why[] = [];
  const over = (async () => {
    for await (const why of series) heard.push(why);
  })();
  return { changes, series, heard, over };
}

describe("a series of messages", () => {
  test("begins at once, answers each change, and beats every 5 s when nothing happens", async () => {
    const { changes, heard, series } = read();
    await pass(0);
    expect(heard).toEqual(["first"]);
    changes.touch();
    await pass(100);
    expect(heard).toEqual(["first", "change"]);
    await pass(4_900);
    expect(heard).toEqual(["first", "change", "beat"]);
    await pass(10_000);
    expect(heard.slice(3)).toEqual(["beat", "beat"]);
    await series.return?.();
  });

  test("a slow reader gets the latest, never a backlog; a change outranks a beat", async () => {
    const changes = new Changes();
    const series = messages(changes, async (why) => why);
    expect((await series.next()).value).toBe("first");
    for (let i = 0; i < 50; i++) {
      changes.touch();
      await pass(200);
    }
    expect((await series.next()).value).toBe("change");
    const following = series.next();
    await pass(5_000);
    expect((await following).value).toBe("beat");
    await series.return?.();
  });

  test("nothing to say is not said", async () => {
    const { heard, series } = read(async (why) => (why === "beat" ? null : why));
    await pass(20_000);
    expect(heard).toEqual(["first"]);
    await series.return?.();
  });

  test("a change during the making of a message makes another follow", async () => {
    let finish = () => {};
    const made: Why[] = [];
    const { changes, heard, series } = read(async (why) => {
      made.push(why);
      if (made.length === 1) await new Promise<void>((done) => (finish = done));
      return why;
    });
    changes.touch();
    await pass(100);
    expect(heard).toEqual([]);
    finish();
    await pass(0);
    expect(heard).toEqual(["first", "change"]);
    await series.return?.();
  });

  test.each<Why>(["first", "change"])(
    "a picture that failed (%s) comes with the next beat, never a beat in its place",
    async (which) => {
      let broken = true;
      const { changes, heard, series } = read(async (why) => {
        if (broken && why === which) throw new Error("the database is away");
        return why;
      });
      if (which === "change") {
        await pass(0);
        changes.touch();
      }
      await pass(4_999);
      expect(heard).toEqual(which === "change" ? ["first"] : []);
      broken = false;
      await pass(1);
      expect(heard.at(-1)).toBe(which);
      await pass(5_000);
      expect(heard.at(-1)).toBe("beat");
      await series.return?.();
    },
  );

  test("a change while the first picture fails is not lost", async () => {
    let fail = (_: Error) => {};
    let tries = 0;
    const { changes, heard, series } = read(async (why) => {
      if (++tries === 1) await new Promise<void>((_, no) => (fail = no));
      return why;
    });
    changes.touch();
    await pass(100);
    fail(new Error("the database is away"));
    await pass(0);
    expect(heard).toEqual(["change"]);
    await series.return?.();
  });

  test("ends when its reader leaves, also while it waits, and leaves no timer behind", async () => {
    const { changes, series, over, heard } = read();
    await pass(0);
    await series.return?.();
    await over;
    changes.touch();
    await pass(20_000);
    expect(heard).toEqual(["first"]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
