import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { OpenHours } from "../../core/business-calendar/open-periods.ts";
import { localDay } from "../../core/business-calendar/zone.ts";
import type { Instant } from "../../core/time.ts";
import { Shift } from "../../people/people.entity.ts";
import { uuidv7 } from "../../platform/ids.ts";
import { mondayOf, shiftOn } from "./rota.ts";

const AHEAD_DAYS = 56;

/**
 * Plans the demo's people from last week's Monday on, so that it can be copied, for the next eight weeks. Does again at each start
 * what time has used up.
 */
export async function planShifts(
  tx: SqlEntityManager,
  technicianIds: readonly string[],
  hours: OpenHours,
  now: Instant,
): Promise<void> {
  const planned = await tx.execute<{ id: string; last: number }[]>(
    'select technician_id as id, extract(epoch from max(from_at))::float8 as "last" from shift group by 1',
  );
  const today = localDay(hours.timeZone, now);
  for (const [i, technicianId] of technicianIds.entries()) {
    const last = planned.find((p) => p.id === technicianId)?.last ?? Number.NEGATIVE_INFINITY;
    for (let day = mondayOf(today) - 7; day < today + AHEAD_DAYS; day++) {
      const shift = shiftOn(hours, day, i, technicianIds.length);
      if (shift && shift.from > last)
        tx.create(Shift, { id: uuidv7(), technicianId, fromAt: shift.from, untilAt: shift.until });
    }
  }
  await tx.flush();
}
