import pg from "pg";
import type { Settings } from "../platform/config.ts";
import { Hints } from "../platform/hints.ts";
import { Lanes } from "../platform/lanes.ts";
import { connectForEver, type Lasting } from "../platform/lasting-connection.ts";
import { types } from "../platform/read.ts";
import { remoteToolOf } from "../platform/remote-tool/choose-tool.ts";
import type { JoinMade, JoinWithdrawn, RemoteTool } from "../platform/remote-tool/remote-tool.ts";
import { JOIN_LINK_NEWS } from "./ask-for-link.ts";
import { giveBackLink, type LeasedLink, leaseLinks, recordMade, recordWithdrawn } from "./join-link.sql.ts";

/** The longest sleep: the next try of what could not be done, and the lease of a worker that died, are not told. */
const LOOK_MS = 1_000;
/** At the tool at once. */
const LANES = 4;

/** Makes and withdraws links at the remote tool, where one is configured; beside the timers and never in their way. */
export function runJoinLinks(workerUrl: string, { remoteTool }: Settings, onFault: (error: Error) => void): Lasting {
  if (!remoteTool) return { stop: async () => {} };
  const links = new Links(workerUrl, remoteToolOf(remoteTool), onFault);
  let looking: Promise<void> = Promise.resolve();
  const watch = async (client: pg.Client, signal: AbortSignal) => {
    const hints = new Hints(client, 0);
    // there may be more, and a session may have ended while its link was made
    links.lanes.onFree = () => hints.hear();
    await client.query(`listen ${JOIN_LINK_NEWS}`);
    while (!signal.aborted) {
      looking = links.look();
      await looking;
      await hints.sleep(LOOK_MS, signal);
    }
  };
  const connection = connectForEver(workerUrl, "watchdesk-join-links", watch, onFault);
  return {
    stop: async () => {
      links.breakOff();
      await connection.stop();
      await looking.catch(() => {});
      await links.close();
    },
  };
}

class Links {
  readonly #pool: pg.Pool;
  readonly #tool: RemoteTool;
  readonly lanes: Lanes;
  #over = false;

  constructor(workerUrl: string, tool: RemoteTool, onFault: (error: Error) => void) {
    this.#pool = new pg.Pool({
      ...{
        connectionString: workerUrl,
        max: 1,
        types,
        options: "-c TimeZone=UTC",
        application_name: "watchdesk-links",
      },
    });
    this.#pool.on("error", () => {});
    this.#tool = tool;
    this.lanes = new Lanes(LANES, onFault);
  }

  async look(): Promise<void> {
    const { free } = this.lanes;
    if (free <= 0 || this.#over) return;
    for (const link of (await leaseLinks(this.#pool, free)).rows) this.lanes.run(this.#run(link));
  }

  async #run(link: LeasedLink): Promise<void> {
    if (this.#over) {
      await giveBackLink(this.#pool, link);
      return;
    }
    const done = link.act === "MAKE" ? await this.#make(link) : await this.#tool.withdraw(link, link.ref);
    if (done.kind === "NOT_NOW" && this.#over)
      await giveBackLink(this.#pool, link); // broken off by our own end: it was not tried
    else if (done.kind === "WITHDRAWN" || link.act === "WITHDRAW")
      await recordWithdrawn(this.#pool, link, done as JoinWithdrawn);
    else await recordMade(this.#pool, link, done);
  }

  /** One that was made before goes first: it may lead to another machine. */
  async #make(link: LeasedLink): Promise<JoinMade> {
    if (link.ref !== null) {
      const before = await this.#tool.withdraw(link, link.ref);
      if (before.kind === "NOT_NOW") return before;
    }
    return this.#tool.make(link);
  }

  /** What is at the tool is broken off, and what it had made there is found by whoever tries next. */
  breakOff(): void {
    this.#over = true;
    this.#tool.close();
  }

  async close(): Promise<void> {
    await this.lanes.settled();
    await this.#pool.end();
  }
}
