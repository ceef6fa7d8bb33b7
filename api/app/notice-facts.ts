import { createHash } from "node:crypto";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { defaultProducts } from "../core/coverage-policy/default-support.ts";
import { newEdition, oneEditionAtATime } from "../coverage/new-edition.ts";
import type { Orm } from "../platform/database.ts";

const carried = createHash("sha256").update(JSON.stringify(defaultProducts)).digest("hex").slice(0, 16);

/** A build whose facts of manufacturers are others than the last one's makes a new edition: devices are looked at anew. */
export async function noticeFacts(orm: Orm): Promise<void> {
  await (orm.em.fork() as SqlEntityManager).transactional(async (inner) => {
    const tx = inner as SqlEntityManager;
    await oneEditionAtATime(tx);
    const newest = "select carried from manufacturer_edition order by edition desc limit 1";
    const [before] = await tx.execute<{ carried: string }[]>(newest);
    if (before?.carried === carried) return;
    await newEdition(tx, { source: "the facts that come with the desk", carried });
  });
}
