import { type Asked, addMonths, metrics, type Search } from "./address.ts";
import type { RowShown, TicketFilter } from "./documents.ts";
import { startOfDay } from "./start-of-day.ts";

/** The numbers of a report that can be followed to their tickets, and the verdicts that make them. */
export const counted = {
  met: ["MET"],
  missed: ["MISSED"],
  n: ["MET", "MISSED"],
  leftOut: ["CANCELLED", "MERGED"],
} as const;
export type Counted = keyof typeof counted;
type Verdict = (typeof counted)[Counted][number];
const verdicts: readonly Verdict[] = ["MET", "MISSED", "CANCELLED", "MERGED"];

/** Where the tickets behind one number of one row are listed. */
export function listAddress(asked: Asked, zone: string, which: Counted, row: Partial<RowShown>): string {
  const search = new URLSearchParams({ metric: asked.metric, zone });
  search.set("from", `${row.month ?? asked.from}-01`);
  search.set("until", `${addMonths(row.month ?? asked.to, 1)}-01`);
  for (const verdict of counted[which]) search.append("verdict", verdict);
  const client = row.clientId ?? asked.client;
  const priority = row.priority ?? asked.priority;
  if (client) search.set("client", client);
  if (priority) search.set("priority", priority);
  return `/reports/tickets?${search}`;
}

export const outcomes = ["COVERED", "LIMITED", "EXCLUDED", "NEEDS_INFORMATION"] as const;
type Outcome = (typeof outcomes)[number];
/** What a number of the coverage table counts: one outcome, what was decided by hand, or all. */
export type CountedCoverage = Outcome | "BY_HAND" | "ALL";

/** Where the tickets behind one number of the coverage table are listed. */
export function coverageAddress(asked: Asked, zone: string, which: CountedCoverage, clientId: string | null): string {
  const search = new URLSearchParams({ coverage: which, zone });
  search.set("from", `${asked.from}-01`);
  search.set("until", `${addMonths(asked.to, 1)}-01`);
  const client = clientId ?? asked.client;
  if (client) search.set("client", client);
  return `/reports/tickets?${search}`;
}

/** The same list, of those alone whose coverage this clause decided. */
export function withClause(search: Search & { toString(): string }, clause: string | null): string {
  const narrowed = new URLSearchParams(search.toString());
  if (clause === null) narrowed.delete("clause");
  else narrowed.set("clause", clause);
  return `/reports/tickets?${narrowed}`;
}

export type Listed = {
  readonly filter: TicketFilter;
  readonly client: string | null;
  readonly priority: string | null;
  readonly metric: (typeof metrics)[number];
  readonly verdicts: readonly Verdict[];
  /** Set: the list is about coverage, not about a promise. */
  readonly coverage: CountedCoverage | null;
  readonly clause: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly zone: string;
};

const isDate = (text: string | null): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? "");

/** Reads such an address. Days begin in the zone of the report, so that the list counts what the number counted. */
export function readList(search: Search, deskZone: string): Listed {
  const zone = search.get("zone") ?? deskZone;
  const metric = metrics.find((m) => m === search.get("metric")) ?? "FIRST_RESPONSE";
  const chosen = verdicts.filter((v) => search.getAll("verdict").includes(v));
  const [from, until] = [search.get("from"), search.get("until")].map((d) => (isDate(d) ? d : null));
  const [client, priority] = [search.get("client"), search.get("priority")];
  const coverage = ([...outcomes, "BY_HAND", "ALL"] as const).find((c) => c === search.get("coverage")) ?? null;
  const clause = search.get("clause");
  const filter: TicketFilter = {
    ...(client && { client: { eq: client } }),
    ...(priority && { priority: { eq: priority } }),
    // a merged ticket is counted by the one it went into
    ...(coverage && { not: { status: { eq: "MERGED" } } }),
    ...(coverage === "BY_HAND" && { coverageOverridden: true }),
    ...(coverage && coverage !== "BY_HAND" && coverage !== "ALL" && { coverage: { eq: coverage } }),
    ...(clause && { coverageClause: { eq: clause } }),
    createdAt: {
      gte: from ? instantText(startOfDay(from, zone)) : null,
      lt: until ? instantText(startOfDay(until, zone)) : null,
    },
    ...(chosen.length > 0 && { clock: { metric: { eq: metric }, verdict: { in: [...chosen] } } }),
  };
  return {
    filter,
    client,
    priority,
    metric,
    verdicts: chosen,
    coverage,
    clause,
    from: from ?? null,
    until: until ?? null,
    zone,
  };
}

const instantText = (at: number): string => new Date(at * 1_000).toISOString().replace(".000Z", "Z");
