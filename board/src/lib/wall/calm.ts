import type { CountsMessage } from "../live/documents.ts";
import type { Row } from "../live/row.ts";
import { formatInstant } from "../time/format.ts";

const promise = { FIRST_RESPONSE: "response", NEXT_RESPONSE: "reply", RESOLUTION: "resolution" } as const;

/** What to say when nothing is late or at risk; null when something is. */
export function calmWords(
  counts: CountsMessage,
  rows: readonly Row[],
  now: number,
  zone: string,
  secret: boolean,
): { title: string; note: string } | null {
  if (counts.breached > 0 || counts.atRisk > 0) return null;
  if (counts.open === 0) return { title: "No open tickets", note: "The next one will show here by itself" };
  const first = rows.find((row) => row.due !== null && row.metric !== null);
  if (!first?.metric || first.due === null) return { title: "Nothing at risk", note: "" };
  const who = secret ? first.clientCode : first.client;
  const note = `Next ${promise[first.metric]} due ${formatInstant(first.due, now, zone)} · ${who}`;
  return { title: "Nothing at risk", note };
}
