import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepare } from "../../api/app/prepare.ts";
import { startWorker } from "../../api/app/worker.ts";
import { startEmbedded } from "../../api/platform/embedded-postgres.ts";
import { createLog } from "../../api/platform/log.ts";
import { installRoles, type RoleUrls } from "../../api/platform/roles.ts";

/** A database for a sandbox, and the worker beside it, on whichever core is free, while something is done with it. */
export async function onDatabase<T>(act: (urls: RoleUrls) => Promise<T>): Promise<T> {
  // not mkdtemp: its 0700 would shut PostgreSQL out when we are root
  const dir = join(tmpdir(), `watchdesk-bench-${randomBytes(6).toString("hex")}`);
  const server = await startEmbedded(dir);
  try {
    const urls = await installRoles(server.url(), "fanout");
    await prepare({ urls, embedded: null, where: "the benchmark" }, { sandbox: true });
    const worker = await startWorker(urls, createLog("error"));
    try {
      return await act(urls);
    } finally {
      await worker.stop();
    }
  } finally {
    await server.stop();
    for (const place of [dir, server.dataDir]) rmSync(place, { recursive: true, force: true });
  }
}
