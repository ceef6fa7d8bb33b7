import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Changes } from "../changes.ts";
import { LiveHub, MOST_GROUPS } from "./hub.ts";
import { Member } from "./member.ts";
import type { Story, Told, Why } from "./story.ts";

type Message = Told & { readonly is: string };

/** A number that grows: the least that can be told of. */
class Counting implements Story {
  static value = 0;
  static looks = 0;
  static broken = false;
  #told = Counting.value;
  async tell(why: Why): Promise<readonly Told[]> {
    Counting.looks += 1;
    if (Counting.broken) throw new Error("the database is away");
    const [from, to] = [String(this.#told), String(Counting.value)];
    this.#told = Counting.value;
    const told: Message[] = from === to ? [] : [{ from, to, is: "delta" }];
    return why === "beat" ? [...told, { from: to, to, is: "beat" }] : told;
  }
  whole = (): Message => ({ from: null, to: String(this.#told), is: "whole" });
  sign = (): Message => ({ from: String(this.#told), to: String(this.#told), is: "beat" });
}

let changes: Changes;
let hub: LiveHub;
let rendered: number;
let faults: string[];
let unsayable: boolean;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "clearInterval", "clearTimeout", "performance"] });
  Object.assign(Counting, { value: 7, looks: 0, broken: false });
  [rendered, faults, unsayable] = [0, [], false];
  changes = new Changes((error) => faults.push(error.message));
  hub = new LiveHub();
});
afterEach(() => {
  hub.close();
  vi.useRealTimers();
});

const course = () => ({
  begin: async () => new Counting(),
  render: async (message: Told) => {
    if (unsayable) throw new Error("cannot be said");
    rendered += 1;
    return { json: JSON.stringify(message), points: 1 };
  },
  changes,
});
const settle = () => vi.advanceTimersByTimeAsync(0);
const change = async (by = 1) => {
  Counting.value += by;
  changes.touch();
  await vi.advanceTimersByTimeAsync(100);
};

function subscriber(after: string | null = null, id = "1") {
  const got: Message[] = [];
  const socket = {
    bufferedAmount: 0,
    send: (bytes: Buffer) => {
      const frame = JSON.parse(String(bytes));
      expect(frame).toMatchObject({ id, type: "next" });
      got.push(frame.payload);
    },
  };
  const leave = hub.join("board", course(), new Member(socket as never, id, after, () => {})) as () => void;
  return { got, socket, leave, path: () => got.map(({ is, from, to }) => `${is} ${from}-${to}`) };
}

describe("subscribers of the same thing", () => {
  test("get all of it, then what changes, each message following the one before", async () => {
    const one = subscriber();
    await settle();
    await change();
    await change(2);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(one.path()).toEqual(["whole null-7", "delta 7-8", "delta 8-10", "beat 10-10"]);
  });

  test("share each look and each message, whatever their ids", async () => {
    const all = Array.from({ length: 50 }, (_, i) => subscriber(null, `operation ${i}`));
    await settle();
    await change();
    for (const { path } of all) expect(path()).toEqual(["whole null-7", "delta 7-8"]);
    expect({ rendered, looks: Counting.looks }).toEqual({ rendered: 2, looks: 1 });
  });

  test("who joins in between sees what was done before, and stands where the others do", async () => {
    const one = subscriber();
    await settle();
    Counting.value = 8;
    changes.touch();
    const two = subscriber();
    await settle();
    expect(two.path()).toEqual(["whole null-8"]);
    await vi.advanceTimersByTimeAsync(100);
    await change();
    expect(one.path()).toEqual(["whole null-7", "delta 7-8", "delta 8-9"]);
    expect(two.path()).toEqual(["whole null-8", "delta 8-9"]);
  });

  test("who comes back gets what was missed; a sign of life when that is nothing; everything when it is not kept", async () => {
    subscriber();
    await settle();
    await change();
    await change();
    const [missed, nothing, unknown] = [subscriber("8"), subscriber("9"), subscriber("3")];
    await settle();
    expect(missed.path()).toEqual(["delta 8-9", "beat 9-9"]);
    expect(nothing.path()).toEqual(["beat 9-9"]);
    expect(unknown.path()).toEqual(["whole null-9"]);
    await change();
    for (const { path } of [missed, nothing, unknown]) expect(path().at(-1)).toBe("delta 9-10");
  });

  test("who joins later is told what time it is then, and all who come at once share that look", async () => {
    subscriber();
    await settle();
    await vi.advanceTimersByTimeAsync(3_000);
    const looks = Counting.looks;
    const all = Array.from({ length: 20 }, (_, i) => subscriber(null, `late ${i}`));
    await settle();
    expect(Counting.looks).toBe(looks + 1);
    for (const { path } of all) expect(path()).toEqual(["whole null-7"]);
  });

  test("who left is told nothing, and the last one ends it", async () => {
    const one = subscriber();
    const two = subscriber();
    await settle();
    one.leave();
    await change();
    expect(one.path()).toEqual(["whole null-7"]);
    expect(hub.use).toEqual({ groups: 1, members: 1 });
    two.leave();
    two.leave();
    expect(hub.use).toEqual({ groups: 0, members: 0 });
    const looks = Counting.looks;
    await change();
    expect(Counting.looks).toBe(looks);
  });
});

test("there are at most so many different boards; whoever shares one of them is welcome", () => {
  const member = () => new Member({ bufferedAmount: 0, send: () => {} } as never, "1", null, () => {});
  const leave = Array.from({ length: MOST_GROUPS }, (_, i) => hub.join(`board ${i}`, course(), member()));
  expect(hub.join("one more", course(), member())).toBeNull();
  expect(hub.join("board 7", course(), member())).not.toBeNull();
  leave[3]?.();
  expect(hub.join("one more", course(), member())).not.toBeNull();
});

describe("a reader that does not read", () => {
  test("is queued nothing, and gets what it missed once it has read on", async () => {
    const one = subscriber();
    await settle();
    one.socket.bufferedAmount = 100_000;
    await change();
    await change();
    one.socket.bufferedAmount = 20_000;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(one.path()).toEqual(["whole null-7"]);
    one.socket.bufferedAmount = 0;
    await vi.advanceTimersByTimeAsync(250);
    expect(one.path()).toEqual(["whole null-7", "delta 7-8", "delta 8-9", "beat 9-9"]);
    await change();
    expect(one.path().at(-1)).toBe("delta 9-10");
  });
});

describe("what fails", () => {
  test("says nothing, is reported once, and is told with the next change", async () => {
    const one = subscriber();
    await settle();
    Counting.broken = true;
    await change();
    await change();
    Counting.broken = false;
    await change();
    expect(one.path()).toEqual(["whole null-7", "delta 7-10"]);
    expect(faults).toEqual(["the database is away"]);
  });

  test("after it was found and before it was said leaves no hole: everybody gets everything anew", async () => {
    const one = subscriber();
    await settle();
    unsayable = true;
    await change();
    unsayable = false;
    await change();
    expect(one.path()).toEqual(["whole null-7", "whole null-9"]);
    expect(faults).toEqual(["cannot be said"]);
    await change();
    expect(one.path().at(-1)).toBe("delta 9-10");
  });

  test("before anybody was told anything is told later", async () => {
    unsayable = true;
    const one = subscriber();
    await settle();
    expect(one.path()).toEqual([]);
    unsayable = false;
    await change();
    expect(one.path()).toEqual(["whole null-8"]);
  });
});
