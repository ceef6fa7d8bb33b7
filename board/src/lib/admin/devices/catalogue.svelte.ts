import { query } from "../../gql.ts";
import { deskClock } from "../../time/desk-clock.svelte.ts";
import { type ProductShown, Products } from "./documents.ts";

const PAGE = 100;

/** The manufacturer data that the desk goes by, page after page. */
export class Catalogue {
  products: readonly ProductShown[] = $state.raw([]);
  after: string | null = $state(null);
  loaded = $state(false);
  busy = $state(false);
  trouble: string | null = $state(null);
  #words = "";
  #own = new AbortController();

  load(words: string): Promise<void> {
    this.#words = words;
    return this.#read([], null);
  }

  next(): Promise<void> {
    return this.#read(this.products, this.after);
  }

  async #read(known: readonly ProductShown[], after: string | null): Promise<void> {
    this.#own.abort();
    const own = new AbortController();
    this.#own = own;
    this.busy = true;
    try {
      const found = await query(Products, { first: PAGE, after, search: this.#words || null }, own.signal);
      if (own.signal.aborted) return;
      deskClock.hear(found.deskClock);
      const { edges, pageInfo } = found.manufacturerProducts;
      this.products = [...known, ...edges.map(({ node }) => node)];
      this.after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
      [this.loaded, this.trouble] = [true, null];
    } catch (error) {
      if (!own.signal.aborted) this.trouble = (error as Error).message;
    } finally {
      if (this.#own === own) this.busy = false;
    }
  }
}
