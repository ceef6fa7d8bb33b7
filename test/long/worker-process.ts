import { startWorker } from "../../api/app/worker.ts";
import { createLog } from "../../api/platform/log.ts";
import type { RoleUrls } from "../../api/platform/roles.ts";

/** A worker in a process of its own, to be killed. Ends when its parent is gone. */
await startWorker(JSON.parse(process.argv[2] as string) as RoleUrls, createLog("error"));
process.once("disconnect", () => process.exit(0));
process.send?.("up");
