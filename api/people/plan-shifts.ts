import type { Instant, Period } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { instantText } from "../platform/scalars.ts";
import { Shift, Technician } from "./people.entity.ts";

export type ShiftFault = { kind: "refused"; code: "INVALID" | "NOT_FOUND"; field: string; message: string };
const refuse = (code: ShiftFault["code"], field: string, message: string): ShiftFault => ({
  kind: "refused",
  ...{ code, field, message },
});

export const MOST_SHIFTS = 200;
const LONGEST = 86_400;

/**
 * Says when somebody works in a stretch of time: what began in it before is replaced as a whole, so that sending the same
 * again changes nothing. An appointment that now lies outside stands: people were told of it.
 */
export async function planShifts(
  desk: Desk,
  input: { technicianId: string; within: Period; shifts: readonly Period[] },
): Promise<{ kind: "planned"; technician: Technician } | ShiftFault> {
  const { within, technicianId } = input;
  if (within.until <= within.from) return refuse("INVALID", "until", "A stretch of time ends after it begins.");
  if (input.shifts.length > MOST_SHIFTS)
    return refuse("INVALID", "shifts", `At most ${MOST_SHIFTS} shifts at once: plan a shorter stretch.`);
  const shifts = input.shifts.toSorted((a, b) => a.from - b.from);
  for (const [i, { from, until }] of shifts.entries()) {
    const fault = shiftFault({ from, until }, shifts[i + 1], within);
    if (fault) return refuse("INVALID", "shifts", fault);
  }
  const technician = await desk.em.findOne(Technician, { id: technicianId });
  if (!technician) return refuse("NOT_FOUND", "technicianId", "There is no such technician.");
  await desk.em.execute("select pg_advisory_xact_lock(hashtext(?))", [`shifts ${technicianId}`]);
  const [clash] = await desk.em.execute<{ from: number }[]>(
    `select extract(epoch from from_at)::float8 as "from" from shift
      where technician_id = ? and (from_at < to_timestamp(?) or from_at >= to_timestamp(?))
        and from_at < to_timestamp(?) and until_at > to_timestamp(?) limit 1`,
    [technicianId, within.from, within.until, shifts.at(-1)?.until ?? 0, shifts[0]?.from ?? 0],
  );
  if (clash)
    return refuse("INVALID", "shifts", `It overlaps the shift that begins at ${instantText(clash.from as Instant)}.`);
  await desk.em.execute(
    "delete from shift where technician_id = ? and from_at >= to_timestamp(?) and from_at < to_timestamp(?)",
    [technicianId, within.from, within.until],
  );
  for (const { from, until } of shifts)
    desk.em.create(Shift, { id: uuidv7(), technicianId, fromAt: from, untilAt: until });
  return { kind: "planned", technician };
}

function shiftFault({ from, until }: Period, next: Period | undefined, within: Period): string | null {
  const begins = instantText(from);
  if (until <= from) return `The shift that begins at ${begins} ends before it begins.`;
  if (until - from > LONGEST) return `The shift that begins at ${begins} is longer than a day.`;
  if (from < within.from || from >= within.until)
    return `The shift that begins at ${begins} does not begin in the stretch.`;
  return next && next.from < until ? `The shift that begins at ${begins} overlaps the next one.` : null;
}
