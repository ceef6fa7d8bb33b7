import { createOrm } from "../platform/database.ts";
import type { Lasting } from "../platform/lasting-connection.ts";
import type { Logger } from "../platform/log.ts";
import type { RoleUrls } from "../platform/roles.ts";
import { runDueRows } from "../platform/run-due-rows.ts";
import { sequence } from "../platform/sequencer.ts";
import { dueSources } from "./due-sources.ts";
import { entities } from "./entities.ts";

/** What runs beside the API: numbers events, fires edges. Any number of these may run. */
export async function startWorker(urls: RoleUrls, log: Logger, options: { pollMs?: number } = {}): Promise<Lasting> {
  const orm = await createOrm(urls.worker, entities, 4, 1);
  const sequencer = sequence(urls.worker, (err) => log.error({ err }, "events get no positions"));
  const timers = runDueRows(urls.worker, orm, dueSources, {
    onFault: (err) => log.error({ err }, "what was due could not all be done"),
    ...options,
  });
  return {
    stop: async () => {
      await Promise.all([sequencer.stop(), timers.stop()]);
      await orm.close(true);
    },
  };
}
