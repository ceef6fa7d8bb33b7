import "reflect-metadata";
import { describe, expect, test } from "vitest";
import { cursorOf, type PageRequest, pageOf, pageSize, readCursor } from "./connection.ts";

const id = "0192f0c4-7a10-7d35-8f6e-2b9a4c1d0e5f";
const refused = { extensions: { code: "BAD_USER_INPUT" } };
const failureOf = (read: () => unknown): unknown => {
  try {
    return { read: read() };
  } catch (error) {
    return error;
  }
};
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a cursor", () => {
  test("comes back as the place it was made of, whatever its text holds", () => {
    const name = 'Müller & Søn "日本" / 100 %';
    expect(readCursor(cursorOf(name, id), "text", "id")).toEqual([name, id]);
    expect(readCursor(cursorOf(1_796_050_800, id), "instant", "id")).toEqual([1_796_050_800, id]);
  });

  test("can be put into an address as it is", () => {
    expect(cursorOf("???>>>~~~ü", id)).toMatch(/^[\w-]+$/);
  });

  test.each([
    ["nothing", ""],
    ["not base64", "%%%"],
    ["not JSON", Buffer.from("[1").toString("base64url")],
    ["no list", encode({ length: 2 })],
    ["too short", encode([1])],
    ["too long", encode([1, id, id])],
    ["another list's: a name where an instant is due", cursorOf("Acme", id)],
    ["a fraction", encode([1.5, id])],
    ["beyond the last year", encode([1e15, id])],
    ["negative", encode([-1, id])],
    ["an object inside", encode([{ at: 1 }, id])],
    ["nothing inside", encode([null, id])],
    ["no id", encode([1, "7"])],
    ["an id with more behind it", encode([1, `${id} `])],
  ])("that is %s is the caller's mistake, and says so", (_, cursor) => {
    expect(failureOf(() => readCursor(cursor, "instant", "id"))).toMatchObject(refused);
  });

  test("holds no number that the database's integers do not hold, and no text that it cannot store", () => {
    expect(failureOf(() => readCursor(encode([2 ** 31, id]), "number", "id"))).toMatchObject(refused);
    expect(failureOf(() => readCursor(encode(["a\0b"]), "text"))).toMatchObject(refused);
  });
});

describe("how much is asked for", () => {
  test("`first` reads from the start, `last` from the end, 1 to 100", () => {
    expect(pageSize({ first: 1 })).toEqual({ limit: 1, backwards: false });
    expect(pageSize({ last: 100, first: null })).toEqual({ limit: 100, backwards: true });
  });

  test.each<PageRequest>([
    {},
    { first: null, last: null },
    { first: 5, last: 5 },
    { first: 0 },
    { first: -1 },
    { first: 101 },
    { last: 0 },
    { last: 101 },
  ])("%j is refused", (request) => {
    expect(failureOf(() => pageSize(request))).toMatchObject(refused);
  });
});

/** A list as the database would answer it: in the order asked for, one row further than wanted. */
function ask(all: readonly number[], request: PageRequest) {
  const { limit, backwards } = pageSize(request);
  const after = request.after == null ? -1 : readCursor(request.after, "number")[0];
  const before = request.before == null ? Number.POSITIVE_INFINITY : readCursor(request.before, "number")[0];
  const left = all.filter((n) => n > after && n < before);
  const rows = (backwards ? left.toReversed() : left).slice(0, limit + 1);
  return pageOf(rows, request, (n) => cursorOf(n));
}
const nodes = (page: { edges: { node: number }[] }) => page.edges.map((e) => e.node);
const all = Array.from({ length: 10 }, (_, i) => i);

describe("a page", () => {
  test("has the rows wanted, and none of the one read ahead", () => {
    const page = ask(all, { first: 3 });
    expect(nodes(page)).toEqual([0, 1, 2]);
    expect(page.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: cursorOf(0),
      endCursor: cursorOf(2),
    });
  });

  test("that is exactly the last knows that nothing follows", () => {
    expect(ask(all, { first: 10 }).pageInfo.hasNextPage).toBe(false);
    expect(ask(all, { first: 9 }).pageInfo.hasNextPage).toBe(true);
  });

  test("from the end stands in the list's order all the same", () => {
    const page = ask(all, { last: 3 });
    expect(nodes(page)).toEqual([7, 8, 9]);
    expect(page.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true, startCursor: cursorOf(7) });
  });

  test("of nothing has no place to stand", () => {
    expect(ask([], { first: 3 })).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test.each([1, 2, 3, 5, 10, 100])("by page of %i a walk in either direction meets every row once", (size) => {
    const forwards: number[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = ask(all, { first: size, after });
      forwards.push(...nodes(page));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    const backwards: number[] = [];
    for (let before: string | null = null, more = true; more; ) {
      const page = ask(all, { last: size, before });
      backwards.unshift(...nodes(page));
      [before, more] = [page.pageInfo.startCursor, page.pageInfo.hasPreviousPage];
    }
    expect([forwards, backwards]).toEqual([all, all]);
  });
});
