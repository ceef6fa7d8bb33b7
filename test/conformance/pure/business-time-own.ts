export type Spans = readonly (readonly [string, string])[];
export type Case = {
  readonly id: string;
  readonly op: "add" | "diff" | "next_open" | "next_close" | "is_open";
  readonly timezone: string;
  readonly hours: { readonly [weekday: string]: Spans };
  readonly holidays?: readonly string[];
  readonly date_hours?: { readonly [date: string]: Spans };
  readonly date_breaks?: { readonly [date: string]: Spans };
  readonly paused?: Spans;
  readonly start: string;
  readonly end?: string;
  readonly add_minutes?: number;
  readonly add_seconds?: number;
  readonly expected?: string | boolean | null;
  readonly expected_minutes?: number;
  readonly reference_agrees: boolean;
};

const office = [
  ["09:00", "12:00"],
  ["13:00", "17:00"],
] as const;
const hours = { mon: office, tue: office, wed: office, thu: office, fri: office };
const base = { timezone: "Europe/Paris", hours, reference_agrees: true } as const;

/** A few cases of our own, so that the arithmetic is covered where other people's cases are not at hand. */
export const ownCases: readonly Case[] = [
  {
    ...base,
    id: "two hours before lunch end after lunch",
    op: "add",
    start: "2026-11-23T11:00:00+01:00",
    add_minutes: 120,
    expected: "2026-11-23T14:00:00+01:00",
  },
  {
    ...base,
    id: "walking back over a weekend lands on the opening",
    op: "add",
    start: "2026-11-23T10:00:00+01:00",
    add_minutes: -300,
    expected: "2026-11-20T13:00:00+01:00",
  },
  {
    ...base,
    id: "a pause moves the end by its open part",
    op: "add",
    start: "2026-11-23T11:00:00+01:00",
    paused: [["2026-11-23T11:30:00+01:00", "2026-11-23T13:10:00+01:00"]],
    add_minutes: 60,
    expected: "2026-11-23T13:40:00+01:00",
  },
  {
    ...base,
    id: "a holiday has no open minutes",
    op: "diff",
    holidays: ["2026-11-24"],
    start: "2026-11-23T16:00:00+01:00",
    end: "2026-11-25T10:00:00+01:00",
    expected_minutes: 120,
  },
  {
    ...base,
    id: "a reversed range is negative",
    op: "diff",
    start: "2026-11-23T16:00:00+01:00",
    end: "2026-11-23T15:00:00+01:00",
    expected_minutes: -60,
  },
  {
    ...base,
    id: "a Sunday with hours of its own opens then",
    op: "next_open",
    date_hours: { "2026-11-22": [["10:00", "11:00"]] },
    start: "2026-11-21T12:00:00+01:00",
    expected: "2026-11-22T10:00:00+01:00",
  },
  {
    ...base,
    id: "a break on one date closes early",
    op: "next_close",
    date_breaks: { "2026-11-23": [["10:00", "10:30"]] },
    start: "2026-11-23T09:30:00+01:00",
    expected: "2026-11-23T10:00:00+01:00",
  },
  {
    ...base,
    id: "a calendar that never opens has no next opening",
    op: "next_open",
    hours: {},
    start: "2026-11-23T09:30:00+01:00",
    expected: null,
  },
  { ...base, id: "the closing instant is closed", op: "is_open", start: "2026-11-23T17:00:00+01:00", expected: false },
  {
    ...base,
    id: "round the clock, the autumn Sunday has 25 hours",
    op: "diff",
    hours: { sun: [["00:00", "24:00"]] },
    start: "2026-10-25T00:00:00+02:00",
    end: "2026-10-26T00:00:00+01:00",
    expected_minutes: 1500,
  },
];
