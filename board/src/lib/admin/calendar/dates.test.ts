import { expect, it } from "vitest";
import { byYear, dayAndMonth, longDate, yearsMissing } from "./dates.ts";

it("dates are told with their weekday", () => {
  expect(longDate("2026-11-26")).toBe("Thu 26 Nov 2026");
  expect(dayAndMonth("2026-11-26")).toBe("Thu 26 Nov");
  expect(longDate("soon")).toBe("soon");
});

it("holidays stand by year", () => {
  const list = [{ date: "2027-01-01" }, { date: "2026-12-25" }, { date: "2027-12-25" }];
  expect(byYear(list).map(({ year, lines }) => [year, lines.length])).toEqual([
    [2026, 1],
    [2027, 2],
  ]);
});

it("the next three years without holidays are offered", () => {
  const until = (last: number) => Array.from({ length: last - 2025 }, (_, i) => ({ date: `${2026 + i}-12-25` }));
  expect(yearsMissing([], 2026)).toEqual([2026, 2027, 2028]);
  expect(yearsMissing(until(2028), 2026)).toEqual([2029, 2030, 2031]);
  expect(yearsMissing([{ date: "2027-01-01" }], 2026)).toEqual([2026, 2028, 2029]);
});
