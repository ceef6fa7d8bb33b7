import { Temporal } from "temporal-polyfill";

/** Seconds of a day without a change of offset. */
export const DAY = 86_400;

const EPOCH = Temporal.PlainDate.from("1970-01-01");

/** Days from 1970-01-01 to a date written as "2026-11-23". Throws a RangeError on anything else. */
export const dayNumber = (date: string): number => EPOCH.until(Temporal.PlainDate.from(date)).days;

/** The date a day number stands for: 20780 is "2026-11-23". */
export const dateOfDay = (day: number): string => EPOCH.add({ days: day }).toString();

/** 1 is Monday, 7 is Sunday. */
export const isoWeekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
