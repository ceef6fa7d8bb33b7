import type { ForecastMessage } from "../live/documents.ts";
import { formatInstant } from "../time/format.ts";
import { instant } from "../time/instant.ts";

/** One line in three parts; the first gives way where there is too little room. */
export type ForecastLine = { readonly who: string; readonly what: string; readonly more: string };

/**
 * Whom to take out of turn, and by when: `#1126 Lumen Law`, `breaches unless taken by 14:20`, `2 more`. Null when every
 * promise will be kept. What has been due since it was foreseen is breached, and no longer spoken of.
 */
export function forecastLine(
  { total, breaches }: ForecastMessage,
  now: number,
  zone: string,
  secret: boolean,
): ForecastLine | null {
  const ahead = breaches.filter((breach) => instant(breach.dueAt) >= now);
  const [first] = ahead;
  if (!first) return null;
  const takeBy = instant(first.takeBy);
  const more = total - (breaches.length - ahead.length) - 1;
  return {
    who: `#${first.number} ${secret ? first.clientCode : first.client}`,
    what: `breaches unless taken ${takeBy <= now ? "now" : `by ${formatInstant(takeBy, now, zone)}`}`,
    more: more > 0 ? `${more.toLocaleString("en")} more` : "",
  };
}
