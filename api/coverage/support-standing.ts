import { Temporal } from "temporal-polyfill";
import type { Product } from "../core/coverage-policy/products.ts";
import { NOTICE_DAYS } from "../core/coverage-policy/support-news.ts";
import { type DeviceSupport, type SupportQuestion, supportOf } from "./support-of.ts";

/** How a device stands with its manufacturer, as people look for it: what leaves soon first. */
export const SUPPORT_STANDINGS = ["LEAVING", "ENDED", "UNCLEAR", "PAID", "SUPPORTED", "UNKNOWN"] as const;
export type SupportStanding = (typeof SUPPORT_STANDINGS)[number];

/** From so many days before its last day on, a device is leaving. */
export const LEAVING_DAYS = NOTICE_DAYS[0];

export function standingOf(known: DeviceSupport): SupportStanding {
  if (!known.known) return known.unclear ? "UNCLEAR" : "UNKNOWN";
  const { supported, paid, daysLeft } = known.support;
  if (!supported) return "ENDED";
  if (daysLeft !== null && daysLeft <= LEAVING_DAYS) return "LEAVING";
  return paid ? "PAID" : "SUPPORTED";
}

const EACH = 10_000_000;
const epochDay = (date: string): number => Temporal.PlainDate.from("1970-01-01").until(date).days;

/**
 * Where it stands in the list: by standing, then by its day: the next to leave first, of what has ended the last to have.
 * Days are counted from a fixed one, so that a walk which goes on after midnight finds its place again.
 */
export function placeOf(known: DeviceSupport): number {
  const rank = SUPPORT_STANDINGS.indexOf(standingOf(known)) * EACH;
  if (!known.known) return rank;
  const { supported, lastDay, endsOn } = known.support;
  const day = supported ? lastDay : endsOn;
  if (day === null) return rank + EACH - 1;
  return rank + (supported ? epochDay(day) : EACH - 2 - epochDay(day));
}

export type Answer = { readonly known: DeviceSupport; readonly standing: SupportStanding; readonly place: number };

/** Many devices run the same, and lists are asked for again: each question is answered once for each edition of the data. */
const answers = new WeakMap<readonly Product[], Map<string, Answer>>();
const KEPT = 20_000;

export function answerTo(question: SupportQuestion, products: readonly Product[]): Answer {
  const kept = answers.get(products) ?? new Map<string, Answer>();
  answers.set(products, kept);
  const { kind, product, version, paidSupport, today } = question;
  const key = JSON.stringify([kind, product, version, paidSupport, today]);
  const found = kept.get(key);
  if (found) return found;
  const known = supportOf(question, products);
  const answer = { known, standing: standingOf(known), place: placeOf(known) };
  if (kept.size >= KEPT) kept.clear();
  kept.set(key, answer);
  return answer;
}
