import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Client, Contact, Contract, Partner } from "../clients/clients.entity.ts";
import { DEFAULT_CALENDAR, DEFAULT_PLAN } from "../clients/find-contract.ts";
import type { Instant } from "../core/time.ts";
import type { Orm } from "../platform/database.ts";
import { uuidv7 } from "../platform/ids.ts";
import { type Cast, staffNamed } from "./sign-ins.ts";

/** The few people and one client that a desk without demo data needs so that its tokens stand for somebody. */
export async function sandboxCast(orm: Orm): Promise<Cast> {
  return (orm.em.fork() as SqlEntityManager).transactional(async (inner) => {
    const tx = inner as SqlEntityManager;
    const [{ now }] = await tx.execute<[{ now: Instant }]>("select extract(epoch from desk_now())::float8 as now");
    const partner = async (name: string) =>
      (await tx.findOne(Partner, { name, house: false })) ??
      tx.create(Partner, { id: uuidv7(), name, house: false, createdAt: now });
    const [first, other] = [await partner("First partner"), await partner("Other partner")];
    let client = await tx.findOne(Client, { partnerId: first.id, code: "FIRST" });
    let requester = await tx.findOne(Contact, { partnerId: first.id, name: "Robin Requester" });
    if (!client || !requester) {
      const partnerId = first.id;
      client = tx.create(Client, {
        id: uuidv7(),
        partnerId,
        name: "First client",
        code: "FIRST",
        timeZone: "America/New_York",
        createdAt: now,
      });
      await tx.flush();
      requester = tx.create(Contact, {
        id: uuidv7(),
        partnerId,
        clientId: client.id,
        name: "Robin Requester",
        email: null,
        phone: null,
        lead: false,
        createdAt: now,
      });
      tx.create(Contract, {
        id: uuidv7(),
        partnerId,
        clientId: client.id,
        planCode: DEFAULT_PLAN,
        calendarCode: DEFAULT_CALENDAR,
        fromDate: "2000-01-01",
        untilDate: null,
        createdAt: now,
      });
    }
    const technician = await staffNamed(tx, "Tess Technician", "TECHNICIAN", now);
    const manager = await staffNamed(tx, "Max Manager", "MANAGER", now);
    await tx.flush();
    return { technician, manager, partner: first, otherPartner: other, client, requester };
  });
}
