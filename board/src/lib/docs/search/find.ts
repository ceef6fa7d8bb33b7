import MiniSearch from "minisearch";
import type { Entry } from "../../../../../schema/docs/search-entries.ts";

export type Found = Entry & { readonly id: number };

/** `createTicket` is found by "ticket" too, `RATE_LIMITED` by "rate". */
export const partsOf = (word: string): string[] => {
  const parts = word
    .split(/(?<=[a-z0-9])(?=[A-Z])|_/)
    .map((part) => part.toLowerCase())
    .filter(Boolean);
  return parts.length > 1 ? [word.toLowerCase(), ...parts] : [word.toLowerCase()];
};

/** What somebody seeks first: guides and operations before types, types before what they consist of. */
const worth: { readonly [of: string]: number } = {
  Guide: 3,
  Query: 2.4,
  Mutation: 2.4,
  Subscription: 2.2,
  Object: 1.8,
  Input: 1.3,
  Enum: 1.3,
};

/** What is called just so comes first, then members of just that name. */
function exactness({ title }: Found, asked: string): number {
  const name = title.toLowerCase();
  return name === asked ? 2 : name.endsWith(`.${asked}`) || name.endsWith(`(${asked})`) ? 1 : 0;
}

export type Search = (asked: string) => readonly Found[];

export function createSearch(entries: readonly Entry[], most = 24): Search {
  const index = new MiniSearch<Found>({
    fields: ["title", "text", "of"],
    storeFields: ["title", "of", "path", "text"],
    processTerm: (term) => partsOf(term),
    tokenize: (text) => text.split(/[^\p{L}\p{N}_]+/u).filter(Boolean),
    searchOptions: {
      boost: { title: 6 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: "AND",
      boostDocument: (_id, _term, stored) => worth[stored?.["of"] as string] ?? 1,
      processTerm: (term) => term.toLowerCase(),
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return (asked) => {
    const exact = asked.trim().toLowerCase();
    const found = index.search(asked) as unknown as (Found & { score: number })[];
    return found.sort((a, b) => exactness(b, exact) - exactness(a, exact) || b.score - a.score).slice(0, most);
  };
}
