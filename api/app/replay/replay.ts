import { createDeskClient, type DeskClient } from "../../../schema/sdk/client.ts";
import { DeskError } from "../../../schema/sdk/errors.ts";
import { BadInput } from "./bad-input.ts";
import { Driver } from "./drive.ts";
import type { Schedule } from "./minutes.ts";
import { Oddities } from "./oddities.ts";
import type { Options } from "./options.ts";
import type { PlanFile } from "./plan-file.ts";
import { pooledSend } from "./pooled-send.ts";
import { ProgressLine } from "./progress.ts";
import { instantOf } from "./rows.ts";
import { runDesk } from "./run-desk.ts";
import { setClock, setUp } from "./set-up.ts";

export type Played = {
  desk: DeskClient;
  finished: boolean;
  /** Rows that an earlier run had played. */
  already: number;
  rows: number;
  quiet: number;
  requests: number;
  seconds: number;
  oddities: ReturnType<Oddities["list"]>;
  peaks(): { [part: string]: number };
  close(): Promise<void>;
};

/** Plays a log onto a desk: one of our own, or the one that was named. */
export async function replay(
  log: Schedule,
  plan: PlanFile,
  options: Options,
  data: string,
  stopping: AbortSignal,
): Promise<Played> {
  const own = options.url ? null : await runDesk(data, options.keep);
  const url = options.url ?? (own?.url as string);
  const { send, close } = pooledSend(url, 10);
  const desk = createDeskClient({
    url,
    token: options.token ?? (own?.token as string),
    send,
    // played in order by one player, which goes on by the desk's own clock: a hundred thousand keys would be for nothing
    idempotencyKeys: false,
    patience: { timeoutSeconds: null },
  });
  try {
    const beginning = instantOf((log.minutes[0]?.at ?? 0) - 1);
    const { names, resumedAt } = await setUp(desk, plan, beginning);
    if (own?.wallUrl)
      process.stderr.write(`${resumedAt ? `Resuming at ${resumedAt}. ` : ""}Watch the wall: ${own.wallUrl}\n`);
    const oddities = new Oddities();
    for (const row of log.early)
      oddities.note("row before opening, applied at the opening", row.number, instantOf(row.at));
    const driver = new Driver(desk, names, oddities);
    const until = options.until ? Date.parse(options.until) / 60_000 : Number.POSITIVE_INFINITY;
    const minutes = log.minutes.filter((m) => m.at < until);
    const total = minutes.reduce((n, m) => n + m.rows, 0);
    const resumed = resumedAt ? Date.parse(resumedAt) / 60_000 : Number.NEGATIVE_INFINITY;
    const done = minutes.filter((m) => m.at < resumed);
    for (const minute of done) driver.skip(minute);
    const already = driver.progress.rows;
    const line = new ProgressLine(total, already);
    const began = performance.now();
    const pace = options.rate === null ? null : pacer(desk, minutes[done.length]?.at ?? 0, options.rate, stopping);
    let finished = true;
    for (const minute of minutes.slice(done.length)) {
      await pace?.(minute.at);
      if (stopping.aborted) {
        finished = false;
        break;
      }
      await driver.play(minute, minute.at === resumed);
      line.show(driver.progress);
    }
    line.show(driver.progress, true);
    if (finished && options.until) await setClock(desk, options.until, 0);
    return {
      desk,
      finished,
      already,
      ...driver.progress,
      seconds: (performance.now() - began) / 1000,
      oddities: oddities.list(),
      peaks: () => ({ ...own?.peaks(), replay: Math.round(process.resourceUsage().maxRSS / 1024) }),
      close: async () => {
        await close();
        if (own && !options.keep) await own.stop();
      },
    };
  } catch (error) {
    await close();
    await own?.stop();
    // nothing of it was played: the next try begins anew
    if (error instanceof BadInput) own?.forget();
    if (own && error instanceof DeskError) error.message += ` The desk's own words are in ${own.logFile}.`;
    throw error;
  }
}

const TICK_MS = 250;

/**
 * Holds each minute back until its real moment has come. The clock stands between ticks, as in a replay at full speed,
 * so that no request comes too late; each tick moves it a little, for whoever watches the wall.
 */
function pacer(desk: DeskClient, first: number, rate: number, stopping: AbortSignal) {
  const began = performance.now();
  const leftMs = (minute: number) => began + ((minute - first) * 60_000) / rate - performance.now();
  return async (minute: number) => {
    for (let ms = leftMs(minute); ms > 0 && !stopping.aborted; ms = leftMs(minute)) {
      await new Promise((done) => setTimeout(done, Math.min(ms, TICK_MS)));
      const seconds = Math.ceil((leftMs(minute) / 1000) * rate);
      if (seconds > 0) await setClock(desk, new Date((minute * 60 - seconds) * 1000).toISOString(), 0);
    }
  };
}
