import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { entities } from "../../api/app/entities.ts";
import type { Instant } from "../../api/core/time.ts";
import { createOrm, type Orm } from "../../api/platform/database.ts";
import { logEvents } from "../../api/platform/event-log.ts";
import type { RoleUrls } from "../../api/platform/roles.ts";
import { seeded } from "./seeded.ts";

export const PARTNERS = Array.from({ length: 5 }, (_, i) => `00000000-0000-4000-8000-00000000000${i + 1}`);
const TICKETS = 40;
const ticket = (n: number) => `00000000-0000-4000-9000-${String(n).padStart(12, "0")}`;

export type Written = { ticketId: string; partnerId: string; version: number };

/**
 * Sixteen writers that do what verbs do: lock a ticket's row, change it, put the event into the inbox as the last
 * statement, dawdle, and commit; one in ten rolls back. Answers what was acknowledged as committed.
 */
export async function writeEvents(urls: RoleUrls, seed: number, keepOn: () => boolean): Promise<Written[]> {
  const orm: Orm = await createOrm(urls.worker, entities, 16);
  const owner = await createOrm(urls.owner, entities, 1);
  await (owner.em.fork() as SqlEntityManager).execute(
    "create table if not exists written_ticket (id uuid primary key, version int not null); grant all on written_ticket to watchdesk_worker",
  );
  await owner.close(true);
  for (let n = 0; n < TICKETS; n++)
    await (orm.em.fork() as SqlEntityManager).execute(
      "insert into written_ticket values (?, 0) on conflict do nothing",
      [ticket(n)],
    );
  const written: Written[] = [];
  const writer = async (index: number) => {
    const random = seeded(seed * 100 + index);
    while (keepOn()) {
      const n = Math.floor(random() * TICKETS);
      const [ticketId, partnerId] = [ticket(n), PARTNERS[n % PARTNERS.length] as string];
      const abandoned = new Error("rolled back on purpose");
      await (orm.em.fork() as SqlEntityManager)
        .transactional(async (inner) => {
          const tx = inner as SqlEntityManager;
          const [row] = await tx.execute<[{ version: number }]>(
            "update written_ticket set version = version + 1 where id = ? returning version",
            [ticketId],
          );
          await logEvents(tx, [
            {
              type: "NoteAdded",
              partnerId,
              ticketId,
              ticketVersion: row.version,
              payload: {},
              actor: {},
              origin: null,
              at: 0 as Instant,
            },
          ]);
          await new Promise((done) => setTimeout(done, random() * 8));
          if (random() < 0.1) throw abandoned;
          return row.version;
        })
        .then((version) => written.push({ ticketId, partnerId, version }))
        .catch((error) => {
          if (error !== abandoned) throw error;
        });
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, i) => writer(i)));
  await orm.close(true);
  return written;
}
