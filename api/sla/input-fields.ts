import type { Fault } from "./drafts.ts";

/** A fault said of the input as it was sent: the field in the input's own words, and in the message too. */
const at = (field: string, { message }: Fault): Fault => ({ field, message: `${field}: ${message}` });
const bracketed = (field: string): string => field.replace(/\.(\d+)(?=\.|$)/g, "[$1]");

const renamed: readonly [from: RegExp, to: string][] = [
  [/\.amount\.days$/, ".amountDays"],
  [/\.amount\.seconds$/, ".amountSeconds"],
  [/\.atRiskBefore$/, ".atRiskBeforeSeconds"],
  [/^settling$/, "settlingSeconds"],
];

/**
 * The core's `targets.2.amount.seconds` is `targets[2].amountSeconds` of the input. It keeps usual minutes by their kind, the
 * input as a list: `usualMinutes.DRIVER` is `usualMinutes[3].minutes` there.
 */
export function planInputFault(usual: readonly { kindOfWork: string }[]): (fault: Fault) => Fault {
  return (fault) => {
    const [, kind] = /^usualMinutes\.(.+)$/.exec(fault.field) ?? [];
    if (kind !== undefined)
      return at(`usualMinutes[${usual.findIndex(({ kindOfWork }) => kindOfWork === kind)}].minutes`, fault);
    return at(
      renamed.reduce((field, [from, to]) => field.replace(from, to), bracketed(fault.field)),
      fault,
    );
  };
}

/** A kind of work that is listed twice: whichever of the two were kept, somebody would be surprised. */
export const repeatedKinds = (usual: readonly { kindOfWork: string }[]): Fault[] =>
  usual.flatMap(({ kindOfWork }, i) =>
    usual.findIndex((entry) => entry.kindOfWork === kindOfWork) < i
      ? [{ field: `usualMinutes[${i}].kindOfWork`, message: `${kindOfWork} is listed twice` }]
      : [],
  );

/** The core keeps a week by its days' numbers, the input as a list: `week.5.0.from` is `week[4].windows[0].from` there. */
export function calendarInputFault(week: readonly { day: number }[]): (fault: Fault) => Fault {
  return (fault) => {
    const field = fault.field.replace(/^week\.([^.]+)(\.\d+)?/, (_all, day: string, window: string | undefined) => {
      const index = week.findIndex((entry) => String(entry.day) === day);
      return `week[${index}].${window === undefined && /^[1-7]$/.test(day) ? "windows" : window ? `windows${window}` : "day"}`;
    });
    return at(bracketed(field), fault);
  };
}

/** A day that is listed twice: whichever of the two were kept, somebody would be surprised. */
export const repeatedDays = (week: readonly { day: number }[]): Fault[] =>
  week.flatMap(({ day }, i) =>
    week.findIndex((entry) => entry.day === day) < i
      ? [{ field: `week[${i}].day`, message: `week[${i}].day: weekday ${day} is listed twice` }]
      : [],
  );
