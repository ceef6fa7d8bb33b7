import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { Agent, fetch } from "undici";
import { freePort } from "../../api/platform/embedded-postgres.ts";
import { MeshControl } from "../../api/platform/remote-tool/mesh-control.ts";
import { eventually } from "../support/eventually.ts";
import { installMeshCentral } from "./install.ts";

/** Linux x86-64, in MeshCentral's own numbers of its agents. */
const AGENT = 6;
export const account = { user: "watchdesk", password: "Right-Horse-7-Battery" };
/** It makes its certificates first, and signs its agents. */
const UP_MS = 120_000;

const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env["PATH"]}` };
/** A process and whatever it starts, ended together. */
const begin = (file: string, args: readonly string[], cwd: string): ChildProcess =>
  spawn(file, [...args], { cwd, env, detached: true, stdio: "ignore" });
async function end(child: ChildProcess | null): Promise<void> {
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  process.kill(-child.pid, "SIGKILL");
  await gone;
}

/** A real MeshCentral on a free port of this machine, and this machine as a device of it. */
export class RealMesh {
  readonly #program: string;
  readonly #home: string;
  readonly #port: number;
  /** Its certificate is its own: nothing that this asks it is a secret. */
  readonly #agent = new Agent({ connect: { rejectUnauthorized: false } });
  #server: ChildProcess | null = null;
  #device: ChildProcess | null = null;

  private constructor(program: string, home: string, port: number) {
    this.#program = program;
    this.#home = home;
    this.#port = port;
  }

  static async start(): Promise<RealMesh> {
    const program = await installMeshCentral();
    const home = await mkdtemp(join(tmpdir(), "watchdesk-mesh-"));
    const mesh = new RealMesh(program, home, await freePort());
    await mesh.#prepare();
    await mesh.up();
    return mesh;
  }

  get url(): string {
    return `https://127.0.0.1:${this.#port}/`;
  }

  settings(as: { user: string; password: string } = account) {
    const caFile = join(this.#home, "root-cert-public.crt");
    return { kind: "MESHCENTRAL" as const, url: this.url, ...as, caFile };
  }

  async up(): Promise<void> {
    this.#server = begin(process.execPath, [this.#program, "--datapath", this.#home], this.#home);
    await eventually(
      () => this.get("").catch(() => null),
      (status) => status === 200,
      UP_MS,
    );
  }

  async down(): Promise<void> {
    await end(this.#server);
  }

  /** A page of it: its status. */
  async get(path: string): Promise<number> {
    const url = new URL(path, this.url).href;
    const response = await fetch(url, { dispatcher: this.#agent, redirect: "manual" });
    await response.body?.cancel();
    return response.status;
  }

  /** A group of devices; answers its id. */
  async group(name: string): Promise<string> {
    const made = await this.#say({ action: "createmesh", meshname: name, meshtype: 2 });
    return String(made["meshid"]);
  }

  /** A user and password that count as the account's own, with no second factor; as one makes them for programs. */
  async loginToken(): Promise<{ user: string; password: string }> {
    const { tokenUser, tokenPass } = await this.#say({ action: "createLoginToken", name: "desk", expire: 0 });
    return { user: String(tokenUser), password: String(tokenPass) };
  }

  /** Lets this machine join a group by MeshCentral's own agent; answers its name and id there. */
  async join(groupId: string): Promise<{ name: string; id: string }> {
    const folder = join(this.#home, "agent");
    await mkdir(folder);
    const save = async (file: string, path: string) => {
      const response = await fetch(new URL(path, this.url).href, { dispatcher: this.#agent });
      await writeFile(join(folder, file), Buffer.from(await response.arrayBuffer()));
    };
    await save("meshagent", `meshagents?id=${AGENT}`);
    await save("meshagent.msh", `meshsettings?id=${groupId.split("/")[2]}`);
    await chmod(join(folder, "meshagent"), 0o700);
    this.#device = begin(join(folder, "meshagent"), ["connect"], folder);
    const nodes = await eventually(
      async () => Object.values((await this.#say({ action: "nodes" }))["nodes"] as object).flat() as Node[],
      ([node]) => (node?.conn ?? 0) > 0,
      60_000,
    );
    const [{ name, _id: id }] = nodes as [Node];
    return { name, id };
  }

  /** The links that are good on a device, by their guests. */
  async shares(nodeid: string): Promise<Share[]> {
    return ((await this.#say({ action: "deviceShares", nodeid }))["deviceShares"] ?? []) as Share[];
  }

  async close(): Promise<void> {
    await end(this.#device);
    await end(this.#server);
    await this.#agent.close();
    await rm(this.#home, { recursive: true, force: true });
  }

  async #prepare(): Promise<void> {
    const settings = {
      ...{ cert: "127.0.0.1", port: this.#port, portBind: "127.0.0.1", redirPort: 0, mpsPort: 0, exactPorts: true },
      ...{ WANonly: true, selfUpdate: false, autoBackup: false, agentTimeStampServer: false },
    };
    const config = { settings, domains: { "": { newAccounts: false } } };
    await writeFile(join(this.#home, "config.json"), JSON.stringify(config));
    const tell = (...args: string[]) =>
      promisify(execFile)(process.execPath, [this.#program, "--datapath", this.#home, ...args], {
        cwd: this.#home,
        env,
      });
    await tell("--createaccount", account.user, "--pass", account.password);
    await tell("--adminaccount", account.user);
  }

  async #say(question: { action: string; [name: string]: unknown }) {
    const ca = await readFile(this.settings().caFile, "utf8");
    const control = new MeshControl({ url: this.url, ...account, ca });
    try {
      await control.ready();
      return await control.ask(question);
    } finally {
      control.close();
    }
  }
}
type Node = { _id: string; name: string; conn?: number };
type Share = { publicid: string; guestName: string; consent: number; p: number };
