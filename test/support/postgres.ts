import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { prepare } from "../../api/app/prepare.ts";
import { startEmbedded } from "../../api/platform/embedded-postgres.ts";
import { installRoles } from "../../api/platform/roles.ts";

declare module "vitest" {
  interface ProvidedContext {
    adminUrl: string;
    rolePassword: string;
  }
}

export const TEMPLATE = "watchdesk_template";

/** One throw-away PostgreSQL for the run; one prepared sandbox as the template that every test file copies. */
export default async function setup(project: TestProject) {
  // not mkdtemp: its 0700 would shut PostgreSQL out when we are root
  const dir = join(tmpdir(), `watchdesk-test-${randomBytes(6).toString("hex")}`);
  const server = await startEmbedded(dir, { durable: false });
  const urls = await installRoles(server.url(), TEMPLATE);
  await prepare({ urls, embedded: null, where: "the template" }, { sandbox: true });
  project.provide("adminUrl", server.url());
  project.provide("rolePassword", new URL(urls.owner).password);
  return async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}
