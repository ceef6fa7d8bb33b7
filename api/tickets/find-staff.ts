import type { SqlEntityManager } from "@mikro-orm/postgresql";

export type Named = { id: string; name: string };

/** A team, a technician and another team by their ids, in one statement; null for whatever is absent or unknown. */
export async function findHolders(
  em: SqlEntityManager,
  ids: { team: string | null; technician: string | null; oldTeam: string | null },
): Promise<{ team: Named | null; technician: Named | null; oldTeam: Named | null }> {
  const rows = await em.execute<Named[]>(
    "select id, name from team where id in (?, ?) union all select id, name from technician where id = ?",
    [ids.team, ids.oldTeam, ids.technician],
  );
  const find = (id: string | null) => rows.find((row) => row.id === id) ?? null;
  return { team: find(ids.team), technician: find(ids.technician), oldTeam: find(ids.oldTeam) };
}

/** A technician or manager by id, or null. */
export async function findStaff(em: SqlEntityManager, id: string): Promise<Named | null> {
  const [row] = await em.execute<Named[]>("select id, name from technician where id = ?", [id]);
  return row ?? null;
}

export async function findTeam(em: SqlEntityManager, id: string): Promise<Named | null> {
  const [row] = await em.execute<Named[]>("select id, name from team where id = ?", [id]);
  return row ?? null;
}
