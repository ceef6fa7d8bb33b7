import dayjs from "dayjs";
import businessTime from "dayjs-business-time";
import { DateTime } from "luxon";
import momentOf from "moment-business-time";
import { Temporal } from "temporal-polyfill";
import { definition, TIME_ZONE } from "./calendar-inputs.ts";

// two of the peers know only the zone of their process
process.env["TZ"] = TIME_ZONE;

type Peer = { readonly name: string; readonly add: (from: number, seconds: number) => number };
const dates = definition.holidays.map((holiday) => holiday.date);
const holidays = new Set(dates);

dayjs.extend(businessTime);
const hours = [{ start: "08:30:00", end: "17:30:00" }];
dayjs.setBusinessTime({
  ...{ sunday: null, saturday: null },
  ...{ monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours },
});
dayjs.setHolidays(dates);

const shift = ["08:30:00", "17:30:00"];
momentOf.updateLocale("en", {
  workinghours: { 0: null, 1: shift, 2: shift, 3: shift, 4: shift, 5: shift, 6: null },
  holidays: dates,
});

/** A loop over days as people write it with Luxon. */
function withLuxon(from: number, seconds: number): number {
  let at = DateTime.fromSeconds(from, { zone: TIME_ZONE });
  let left = seconds;
  for (;;) {
    if (at.weekday <= 5 && !holidays.has(at.toISODate() as string)) {
      const opens = at.set({ hour: 8, minute: 30, second: 0, millisecond: 0 });
      const closes = at.set({ hour: 17, minute: 30, second: 0, millisecond: 0 });
      const start = DateTime.max(at, opens);
      const open = Math.max(0, closes.toSeconds() - start.toSeconds());
      if (start < closes && left <= open) return start.toSeconds() + left;
      left -= open;
    }
    at = at.plus({ days: 1 }).startOf("day");
  }
}

const OPENS = Temporal.PlainTime.from("08:30");
const CLOSES = Temporal.PlainTime.from("17:30");

/** The same loop with Temporal. */
function withTemporal(from: number, seconds: number): number {
  const began = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(TIME_ZONE);
  let day = began.toPlainDate();
  let at = from;
  let left = seconds;
  for (;;) {
    if (day.dayOfWeek <= 5 && !holidays.has(day.toString())) {
      const opens = day.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: OPENS }).epochMilliseconds / 1000;
      const closes = day.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: CLOSES }).epochMilliseconds / 1000;
      const start = Math.max(at, opens);
      const open = Math.max(0, closes - start);
      if (open > 0 && left <= open) return start + left;
      left -= open;
    }
    day = day.add({ days: 1 });
    at = Number.NEGATIVE_INFINITY;
  }
}

/** Libraries and loops that people pick; each answers the instant, in seconds, at which so much operating time has passed. */
export const peers: readonly Peer[] = [
  {
    name: "dayjs-business-time",
    add: (from, seconds) =>
      dayjs(from * 1000)
        .addBusinessTime(seconds / 60, "minutes")
        .unix(),
  },
  {
    name: "moment-business-time",
    add: (from, seconds) =>
      momentOf(from * 1000)
        .addWorkingTime(seconds / 60, "minutes")
        .unix(),
  },
  { name: "Luxon, a loop over days", add: withLuxon },
  { name: "Temporal, a loop over days", add: withTemporal },
];
