import { startWorker } from "../../api/app/worker.ts";
import { defaultSettings } from "../../api/platform/config.ts";
import { createLog } from "../../api/platform/log.ts";
import type { RoleUrls } from "../../api/platform/roles.ts";

/** A worker in a process of its own, to be killed. Ends when its parent is gone. */
const [urls, second] = process.argv.slice(2) as [string, string | undefined];
const settings = second?.startsWith("{") ? JSON.parse(second) : {};
await startWorker(JSON.parse(urls) as RoleUrls, createLog("error"), {
  settings: { ...defaultSettings(), ...settings },
});
process.once("disconnect", () => process.exit(0));
process.send?.("up");
