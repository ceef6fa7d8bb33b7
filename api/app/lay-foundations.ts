import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Calendar, Plan } from "../clients/agreement.entity.ts";
import { Partner } from "../clients/clients.entity.ts";
import { DEFAULT_CALENDAR, DEFAULT_PLAN } from "../clients/find-contract.ts";
import type { Instant } from "../core/time.ts";
import type { Orm } from "../platform/database.ts";
import { uuidv7 } from "../platform/ids.ts";
import { publicHolidays } from "../sla/public-holidays.ts";
import { officeHours, standardTerms } from "./standard-agreement.ts";

const PROVIDER_ZONE = "America/New_York";

/**
 * What every desk has from its first start: the provider's own partner row, its calendar and the standard plan.
 * Does nothing on a desk that has them.
 */
export async function layFoundations(orm: Orm): Promise<void> {
  await (orm.em.fork() as SqlEntityManager).transactional(async (inner) => {
    const tx = inner as SqlEntityManager;
    await tx.execute("select pg_advisory_xact_lock(7004)"); // two first starts at once lay them once
    if (await tx.findOne(Partner, { house: true })) return;
    const [{ now }] = await tx.execute<[{ now: Instant }]>("select extract(epoch from desk_now())::float8 as now");
    tx.create(Partner, { id: uuidv7(), name: "Watchdesk", house: true, createdAt: now });
    const year = new Date(now * 1000).getUTCFullYear();
    const years = [year - 1, year, year + 1, year + 2, year + 3];
    const definition = officeHours(DEFAULT_CALENDAR, PROVIDER_ZONE, publicHolidays("US", years));
    tx.create(Calendar, {
      id: uuidv7(),
      code: DEFAULT_CALENDAR,
      version: 1,
      timeZone: PROVIDER_ZONE,
      definition,
      publishedAt: now,
    });
    tx.create(Plan, {
      id: uuidv7(),
      code: DEFAULT_PLAN,
      version: 1,
      name: "Standard",
      terms: standardTerms,
      publishedAt: now,
    });
    await tx.flush();
  });
}
