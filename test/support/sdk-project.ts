import { type ChildProcess, execFile, spawn } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const sdk = fileURLToPath(new URL("../../schema/sdk", import.meta.url));
const npm = (cwd: string, ...args: string[]) =>
  promisify(execFile)("npm", args, { cwd, shell: process.platform === "win32" });

/** The SDK as a partner has it: packed, and installed into an empty project without a network. */
export async function sdkProject() {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "watchdesk-partner-")));
  const packed = await npm(sdk, "pack", "--ignore-scripts", "--silent", "--pack-destination", folder);
  const tarball = basename(packed.stdout.trim().split("\n").at(-1) as string);
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "partner", private: true, type: "module" }));
  await npm(folder, "install", "--offline", "--no-audit", "--no-fund", `./${tarball}`);
  const home = join(folder, "node_modules/@watchdesk/sdk");
  const running = new Set<ChildProcess>();
  return {
    folder,
    tarball: join(folder, tarball),
    home,
    /** What was installed besides the SDK. */
    others: async () => (await readdir(join(folder, "node_modules"))).filter((name) => !/^(\.|@watchdesk$)/.test(name)),
    /** Copies an example into the project, as its reader would. */
    example: async (name: string) => {
      const file = join(folder, name);
      await copyFile(join(home, "examples", name), file);
      return file;
    },
    /** Runs a file of the project by plain node, with an environment of its own and nothing of ours. */
    run: async (file: string, env: Record<string, string>, flags: readonly string[] = []) => {
      if (env["STATE"]) await mkdir(env["STATE"], { recursive: true });
      const child = spawn(process.execPath, [...flags, file], {
        cwd: folder,
        env: { PATH: process.env["PATH"], ...env },
        stdio: ["ignore", "inherit", "pipe"],
      });
      running.add(child);
      child.stderr.pipe(process.stderr, { end: false });
      return child;
    },
    close: async () => {
      for (const child of running) child.kill("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
