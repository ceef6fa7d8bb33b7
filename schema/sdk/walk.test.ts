import { expect, test } from "vitest";
import { type Connection, Walk } from "./walk.ts";

/** A list of numbers in pages of three; its cursors are the numbers. */
const pages = (most: number) => {
  const asked: (string | null)[] = [];
  const page = async (after: string | null): Promise<Connection<number>> => {
    asked.push(after);
    const from = Number(after ?? 0);
    const nodes = [1, 2, 3].map((n) => from + n).filter((n) => n <= most);
    const edges = nodes.map((node) => ({ node, cursor: String(node) }));
    return { edges, pageInfo: { hasNextPage: from + 3 < most, endCursor: edges.at(-1)?.cursor ?? null } };
  };
  return { asked, page };
};

test("a walk reads a page when the one before it was handled, and ends with the list", async () => {
  const { asked, page } = pages(7);
  const seen: number[] = [];
  for await (const n of new Walk(page)) {
    seen.push(n);
    if (n === 3) expect(asked).toEqual([null]);
  }
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(asked).toEqual([null, "3", "6"]);
});

test("a walk that was left goes on behind what was handled", async () => {
  const first = new Walk(pages(7).page);
  for await (const n of first) if (n === 4) break;
  expect(first.cursor).toBe("4");
  expect(await new Walk(pages(7).page, first.cursor).toArray()).toEqual([5, 6, 7]);
  const rest: number[] = [];
  for await (const n of first) rest.push(n);
  expect(rest).toEqual([5, 6, 7]);
});

test("by pages, the cursor is that of a page's last", async () => {
  const walk = new Walk(pages(4).page);
  const sizes: number[] = [];
  for await (const page of walk.pages()) sizes.push(page.length);
  expect(sizes).toEqual([3, 1]);
  expect(walk.cursor).toBe("4");
});

test("a list that is not there is empty", async () => {
  expect(await new Walk(async () => null).toArray()).toEqual([]);
});
