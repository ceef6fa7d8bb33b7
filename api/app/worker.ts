import "reflect-metadata";
import { sendLetters } from "../letters/send-letters.ts";
import { runExports } from "../partners/run-exports.ts";
import { type SendingOptions, sendWebhooks } from "../partners/send-webhooks.ts";
import { defaultSettings, type Settings } from "../platform/config.ts";
import { createOrm } from "../platform/database.ts";
import type { Lasting } from "../platform/lasting-connection.ts";
import type { Logger } from "../platform/log.ts";
import type { RoleUrls } from "../platform/roles.ts";
import { runDueRows } from "../platform/run-due-rows.ts";
import { sequence } from "../platform/sequencer.ts";
import { runJoinLinks } from "../sessions/run-join-links.ts";
import { dueSources } from "./due-sources.ts";
import { entities } from "./entities.ts";

/** How a worker goes about it, where it is not as usual. */
export type WorkerOptions = {
  readonly pollMs?: number;
  readonly settings?: Settings;
  readonly sending?: SendingOptions;
};

/** What runs beside the API: numbers events, fires edges, sends webhooks and letters, writes exports, asks the remote tool for links. Any number of these may run. */
export async function startWorker(urls: RoleUrls, log: Logger, options: WorkerOptions = {}): Promise<Lasting> {
  const { settings = defaultSettings(), sending = {}, ...timing } = options;
  const orm = await createOrm(urls.worker, entities, 4, 1);
  const sequencer = sequence(urls.worker, (err) => log.error({ err }, "events get no positions"));
  const timers = runDueRows(urls.worker, orm, dueSources, {
    onFault: (err) => log.error({ err }, "what was due could not all be done"),
    ...timing,
  });
  const webhooks = sendWebhooks(urls, settings, (err) => log.error({ err }, "webhooks could not all be sent"), sending);
  const exports = runExports(urls, settings, (err) => log.error({ err }, "an export could not be written"));
  const lettersOrm = await createOrm(urls.worker, entities, 4);
  const letters = sendLetters(urls.worker, lettersOrm, settings, (err) =>
    log.error({ err }, "letters could not all be made or sent"),
  );
  const links = runJoinLinks(urls.worker, settings, (err) =>
    log.error({ err }, "links could not all be made or withdrawn"),
  );
  return {
    stop: async () => {
      const beside = [webhooks.stop(), exports.stop(), letters.stop(), links.stop()];
      await Promise.all([sequencer.stop(), timers.stop(), ...beside]);
      await Promise.all([orm.close(true), lettersOrm.close(true)]);
    },
  };
}
