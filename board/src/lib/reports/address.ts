import type { ReportInput } from "./documents.ts";

type Metric = NonNullable<ReportInput["metric"]>;
type Commitment = NonNullable<ReportInput["commitment"]>;

/** What a report is about, as its address says it: months are `2026-11`, the last one included. */
export type Asked = {
  readonly from: string;
  readonly to: string;
  readonly metric: Metric;
  readonly commitment: Commitment;
  readonly client: string | null;
  readonly priority: string | null;
};

export const metrics: readonly Metric[] = ["FIRST_RESPONSE", "NEXT_RESPONSE", "RESOLUTION"];
export const commitments: readonly Commitment[] = ["CONTRACTUAL", "INTERNAL"];

const isMonth = (text: string | null): text is string => /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? "");

export function addMonths(month: string, by: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const count = year * 12 + number - 1 + by;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
}

function monthOf(at: number, zone: string): string {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, year: "numeric", month: "2-digit" });
  const part: { [type: string]: string } = {};
  for (const { type, value } of format.formatToParts(at * 1_000)) part[type] = value;
  return `${part["year"]}-${part["month"]}`;
}

/** What is read of an address, the page's own being read-only. */
export type Search = Pick<URLSearchParams, "get" | "getAll">;

/** Reads an address; whatever it leaves out or misspells is the first response to clients in the last six months. */
export function readAddress(search: Search, now: number, zone: string): Asked {
  const current = monthOf(now, zone);
  const to = search.get("to");
  const last = isMonth(to) ? to : current;
  const from = search.get("from");
  const first = isMonth(from) && from <= last ? from : addMonths(last, -5);
  const metric = metrics.find((m) => m === search.get("metric")) ?? "FIRST_RESPONSE";
  const usual = metric === "FIRST_RESPONSE" ? "CONTRACTUAL" : "INTERNAL";
  return {
    ...{ from: first, to: last, metric, client: search.get("client") || null },
    commitment: commitments.find((c) => c === search.get("commitment")) ?? usual,
    priority: search.get("priority") || null,
  };
}

/** The address of a report, every choice in it, so that it reads the same for whoever is sent it. */
export function writeAddress(asked: Asked): string {
  const search = new URLSearchParams({ from: asked.from, to: asked.to, metric: asked.metric });
  search.set("commitment", asked.commitment);
  if (asked.client) search.set("client", asked.client);
  if (asked.priority) search.set("priority", asked.priority);
  return search.toString();
}

export const inputOf = (asked: Asked): ReportInput => ({
  ...{ from: `${asked.from}-01`, until: `${addMonths(asked.to, 1)}-01` },
  ...{ metric: asked.metric, commitment: asked.commitment, clientId: asked.client, priority: asked.priority },
});

export const csvName = (asked: Asked): string =>
  `watchdesk-${asked.metric.toLowerCase().replace("_", "-")}-${asked.from}-to-${asked.to}.csv`;
