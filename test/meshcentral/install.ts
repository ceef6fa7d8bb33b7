import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

/** The release that the desk's words to MeshCentral were written by. */
const VERSION = "1.1.55";

/** MeshCentral from npm, in a cache folder of this checkout: it is 450 MB, and no part of the product. */
export async function installMeshCentral(): Promise<string> {
  const folder = resolve(import.meta.dirname, `../../node_modules/.cache/watchdesk/meshcentral-${VERSION}`);
  const program = join(folder, "node_modules/meshcentral/meshcentral.js");
  if (existsSync(program)) return program;
  await mkdir(folder, { recursive: true });
  console.log(`MeshCentral ${VERSION} is being installed into ${folder}; that takes a minute once.`);
  const terms = ["--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts"];
  await promisify(execFile)("npm", ["install", ...terms, `meshcentral@${VERSION}`], { timeout: 10 * 60_000 });
  return program;
}
