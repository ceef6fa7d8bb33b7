import type { SqlEntityManager } from "@mikro-orm/postgresql";

export type Named = { id: string; name: string };

/** A technician or manager by id, or null. */
export async function findStaff(em: SqlEntityManager, id: string): Promise<Named | null> {
  const [row] = await em.execute<Named[]>("select id, name from technician where id = ?", [id]);
  return row ?? null;
}

export async function findTeam(em: SqlEntityManager, id: string): Promise<Named | null> {
  const [row] = await em.execute<Named[]>("select id, name from team where id = ?", [id]);
  return row ?? null;
}
