import type { DeskClient, RequestOptions } from "./client.ts";
import type { PlainText, TypedDocument } from "./document.ts";

/** A page of any list of the contract. */
export type Connection<Node> = {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
};

export type WalkOptions = {
  /** Goes on behind this cursor. */
  after?: string | null | undefined;
  /** Items to ask for at once, 1 to 100; without it, 50. */
  pageSize?: number | undefined;
  signal?: RequestOptions["signal"];
};

/**
 * A list, page by page as it is read. Orders are total: whatever stood throughout comes exactly once. To go on later,
 * keep `cursor` once an item was handled, and pass it as `after`.
 *
 *     for await (const ticket of desk.tickets({ filter: { status: { eq: "NEW" } } })) console.log(ticket.number);
 */
export class Walk<Node> implements AsyncIterable<Node> {
  /** The place of the item that was handed out last; null before the first. */
  cursor: string | null;
  readonly #page: (after: string | null) => Promise<Connection<Node> | null>;

  constructor(page: (after: string | null) => Promise<Connection<Node> | null>, after: string | null = null) {
    this.cursor = after;
    this.#page = page;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Node, void, undefined> {
    for await (const edges of this.#edges())
      for (const { cursor, node } of edges) {
        this.cursor = cursor;
        yield node;
      }
  }

  /** The same by whole pages: for whoever writes them down as such. */
  async *pages(): AsyncGenerator<Node[], void, undefined> {
    for await (const edges of this.#edges()) {
      this.cursor = edges.at(-1)?.cursor ?? this.cursor;
      yield edges.map(({ node }) => node);
    }
  }

  /** All of it in one array: only for what is known to be short. */
  async toArray(): Promise<Node[]> {
    const all: Node[] = [];
    for await (const page of this.pages()) all.push(...page);
    return all;
  }

  async *#edges() {
    for (let after = this.cursor; ; ) {
      const page = await this.#page(after);
      if (!page || page.edges.length === 0) return;
      yield page.edges;
      if (!page.pageInfo.hasNextPage) return;
      after = page.pageInfo.endCursor ?? (page.edges.at(-1)?.cursor as string);
    }
  }
}

type Paged = { first: number; after?: string | null | undefined };

/**
 * Walks any list of the contract by a document of your own, which declares `$first: Int!` and `$after: String` and hands
 * them to the list; `pick` finds the list in its answer. Null, where it is not there, ends the walk.
 */
export function walk<Result, Variables extends Paged, Node>(
  client: DeskClient,
  document: TypedDocument<Result, Variables>,
  variables: Omit<Variables, keyof Paged>,
  pick: (data: Result) => Connection<Node> | null | undefined,
  options?: WalkOptions,
): Walk<Node>;
export function walk<Result, Node>(
  client: DeskClient,
  document: PlainText,
  variables: object,
  pick: (data: Result) => Connection<Node> | null | undefined,
  options?: WalkOptions,
): Walk<Node>;
export function walk<Node>(
  client: DeskClient,
  document: TypedDocument<unknown, never> | string,
  variables: object,
  pick: (data: any) => Connection<Node> | null | undefined,
  { after = null, pageSize = 50, signal }: WalkOptions = {},
): Walk<Node> {
  return new Walk(async (from) => {
    const asked = { ...variables, first: pageSize, after: from };
    return pick(await client.request(document as PlainText, asked, { signal })) ?? null;
  }, after);
}
