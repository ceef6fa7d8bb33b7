import { Temporal } from "temporal-polyfill";
import { daysBetween } from "./manufacturer-support.ts";

/**
 * Days before the end at which it is told that a device leaves support: a month, in which replacements are still
 * ordered, and the twelve days of the service's own promise. They are the desk's and not a plan's: a device is told of
 * once, whatever contracts its client has.
 */
export const NOTICE_DAYS = [30, 12] as const;

/** What a device runs and how long it is supported, as it is looked at. */
export type SupportState = {
  readonly product: string;
  readonly version: string;
  readonly supported: boolean;
  /** The last supported day, paid support included; null: none announced, or ended on an unknown day. */
  readonly endsOn: string | null;
};

/** The same as it was last seen; `told`: the last notice given (days), 0 once it was told, or known, that it ended. */
export type SupportSeen = SupportState & { readonly told: number | null };

export type SupportNews = { readonly kind: "LEAVES"; readonly daysLeft: number } | { readonly kind: "LEFT" };

/** What is to be told today, what was seen then, and on which day it is to be looked at again; null: never by itself. */
export type SupportLook = {
  readonly news: SupportNews | null;
  readonly seen: SupportSeen | null;
  readonly next: string | null;
};

/**
 * Each notice is given once for one end. Of an end that is nearer already when it becomes known, the one notice that
 * counts is given at once; of one that is past when a device comes to be known nothing is told, for nothing happened.
 *
 * Example: Windows 10 ended on 14 October 2025. It is told on 14 September, on 2 October, and on 15 October that it has.
 */
export function lookAtSupport(state: SupportState | null, before: SupportSeen | null, today: string): SupportLook {
  if (!state) return { news: null, seen: null, next: null };
  const same = before !== null && before.product === state.product && before.version === state.version;
  if (!state.supported) {
    const ended = same && before.supported;
    return { news: ended ? { kind: "LEFT" } : null, seen: { ...state, told: 0 }, next: null };
  }
  if (state.endsOn === null) return { news: null, seen: { ...state, told: null }, next: null };
  const told = same && before.endsOn === state.endsOn ? before.told : null;
  const daysLeft = daysBetween(today, state.endsOn);
  const reached = NOTICE_DAYS.filter((days) => daysLeft <= days).at(-1) ?? null;
  const due = reached !== null && (told === null || told > reached);
  const ahead = NOTICE_DAYS.find((days) => days < daysLeft);
  return {
    news: due ? { kind: "LEAVES", daysLeft } : null,
    seen: { ...state, told: reached ?? told },
    next: Temporal.PlainDate.from(state.endsOn)
      .add({ days: ahead === undefined ? 1 : -ahead })
      .toString(),
  };
}
