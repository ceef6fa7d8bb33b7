import type pg from "pg";

/**
 * Gives back to the pool whatever connection is lost while somebody holds it. Kysely gives one back only after a rollback
 * that succeeded, and none does on a connection that is gone: without this, a database that was away once leaves the
 * pool without a place for anybody, and closing it waits for ever.
 */
export function giveBackLost(pool: pg.Pool): void {
  const held = new WeakSet<pg.ClientBase>();
  pool.on("acquire", (client) => held.add(client));
  pool.on("release", (_error, client) => held.delete(client));
  pool.on("connect", (client) => {
    client.once("end", () => {
      if (!held.has(client)) return;
      const lost = client as pg.PoolClient;
      const { release } = lost;
      lost.release = () => {}; // whoever holds it may still give it back
      release(true);
    });
  });
}
