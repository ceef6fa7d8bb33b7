import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Instant } from "../../core/time.ts";
import { Shift } from "../../people/people.entity.ts";
import { uuidv7 } from "../../platform/ids.ts";

const DAY = 86_400;
const HOURS = 8.5 * 3600;
const AHEAD_DAYS = 56;

/**
 * Days of eight and a half hours for the next eight weeks, the first half of the staff starting earlier. Does again at
 * each start what time has used up.
 */
export async function planShifts(tx: SqlEntityManager, technicianIds: readonly string[], now: Instant): Promise<void> {
  const planned = await tx.execute<{ id: string; last: number }[]>(
    'select technician_id as id, extract(epoch from max(from_at))::float8 as "last" from shift group by 1',
  );
  const today = Math.floor(now / DAY) * DAY;
  for (const [i, technicianId] of technicianIds.entries()) {
    const start = today + (i % 2 === 0 ? 12.5 : 14) * 3600;
    const last = planned.find((p) => p.id === technicianId)?.last ?? Number.NEGATIVE_INFINITY;
    for (let day = -1; day < AHEAD_DAYS; day++) {
      const fromAt = (start + day * DAY) as Instant;
      if (fromAt <= last) continue;
      tx.create(Shift, { id: uuidv7(), technicianId, fromAt, untilAt: (fromAt + HOURS) as Instant });
    }
  }
  await tx.flush();
}
