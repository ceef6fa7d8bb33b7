import "reflect-metadata";
import { runExports } from "../partners/run-exports.ts";
import { type SendingOptions, sendWebhooks } from "../partners/send-webhooks.ts";
import { defaultSettings, type Settings } from "../platform/config.ts";
import { createOrm } from "../platform/database.ts";
import { runDueRows } from "../platform/due-rows.ts";
import type { Lasting } from "../platform/lasting-connection.ts";
import type { Logger } from "../platform/log.ts";
import type { RoleUrls } from "../platform/roles.ts";
import { sequence } from "../platform/sequencer.ts";
import { dueSources } from "./due-sources.ts";
import { entities } from "./entities.ts";

/** What runs beside the API: numbers events, fires edges, sends webhooks. Any number of these may run. */
export async function startWorker(
  urls: RoleUrls,
  log: Logger,
  settings: Settings = defaultSettings(),
  sending: SendingOptions = {},
): Promise<Lasting> {
  const orm = await createOrm(urls.worker, entities, 4);
  const sequencer = sequence(urls.worker, (err) => log.error({ err }, "events get no positions"));
  const timers = runDueRows(urls.worker, orm, dueSources, (err) =>
    log.error({ err }, "what was due could not all be done"),
  );
  const webhooks = sendWebhooks(urls, settings, (err) => log.error({ err }, "webhooks could not all be sent"), sending);
  const exports = runExports(urls, settings, (err) => log.error({ err }, "an export could not be written"));
  return {
    stop: async () => {
      await Promise.all([sequencer.stop(), timers.stop(), webhooks.stop(), exports.stop()]);
      await orm.close(true);
    },
  };
}
