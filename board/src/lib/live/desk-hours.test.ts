import { expect, it } from "vitest";
import { at, workingWeek } from "../time/as-on-the-wall.ts";
import { deskHours } from "./desk-hours.ts";

const always = [{ from: at("Mon 00:00"), until: at("Sun 23:59") }];
const openOnMonday = { openUntil: at("Mon 17:30"), opensAt: null };

it.each([
  ["is open as was said", "Mon 14:00", at("Mon 17:30"), null],
  ["closes at 17:30 without a message, and knows the opening", "Mon 17:30", null, at("Tue 08:30")],
  ["opens next morning without a message, and knows the closing", "Tue 08:30", at("Tue 17:30"), null],
  ["is closed over the week-end with nothing more to say", "Sat 12:00", null, null],
])("the desk %s", (_, now, openUntil, opensAt) => {
  expect(deskHours(openOnMonday, [always, workingWeek], at(now))).toEqual({ openUntil, opensAt });
});

it("a desk told that it is closed opens by itself", () => {
  const closed = { openUntil: null, opensAt: at("Tue 08:30") };
  expect(deskHours(closed, [workingWeek], at("Mon 22:00"))).toEqual(closed);
  expect(deskHours(closed, [workingWeek], at("Tue 09:00"))).toEqual({ openUntil: at("Tue 17:30"), opensAt: null });
});
