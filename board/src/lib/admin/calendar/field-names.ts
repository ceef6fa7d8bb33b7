import { longDate } from "./dates.ts";
import type { CalendarDraft } from "./draft.ts";
import { dayName } from "./hours.ts";

/** What a person calls a field of a calendar: `week[0].windows[1].until` is "Monday". */
export function fieldName(draft: CalendarDraft, field: string): string {
  const [, list, index] = /^(week|holidays|exceptions)\[(\d+)\]/.exec(field) ?? [];
  const at = Number(index);
  if (list === "week") return dayName(draft.week[at]?.day ?? at + 1);
  if (list === "holidays") return `Holiday ${longDate(draft.holidays[at]?.date ?? "")}`.trim();
  if (list === "exceptions") return `Exception ${longDate(draft.exceptions[at]?.date ?? "")}`.trim();
  const named: { readonly [field: string]: string } = {
    ...{ code: "Code", timeZone: "Time zone", effectiveFrom: "Holds from", reason: "Reason", week: "Week" },
  };
  return named[field] ?? field;
}
