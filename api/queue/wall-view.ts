import { planOf } from "../clients/read-agreements.ts";
import type { Instant, Seconds } from "../core/time.ts";
import type { House } from "../platform/house.ts";
import type { Viewer } from "../platform/viewer.ts";
import { fairUseOf, sessionsWithin } from "../sessions/fair-use-of.ts";
import { type RunningSession, runningSessions } from "./board.sql.ts";
import { type BoardFilter, type BoardView, viewBoard } from "./board-view.ts";

export type WallSessionView = {
  ticketId: string;
  technician: string;
  client: string;
  startedAt: Instant;
  sessionSeconds: number;
  usedTodaySeconds: number;
  allowanceSeconds: number;
  runningSessions: number;
};

/** Remote sessions that run now, each with the day of its client. */
export async function wallSessions(house: House, at: Instant): Promise<WallSessionView[]> {
  const sessions = await house.readAsDesk<RunningSession>(runningSessions);
  const reader = { read: <R>(query: Parameters<House["readAsDesk"]>[0]) => house.readAsDesk<R>(query) };
  return Promise.all(
    sessions.map(async (s) => {
      const { fairUseSecondsPerDay } = (await planOf({ house }, s.planId)).terms.coverage;
      const use = await fairUseOf(
        (day) => sessionsWithin(reader, [s.clientId], day),
        { id: s.clientId, timeZone: s.timeZone },
        fairUseSecondsPerDay as Seconds,
        at,
      );
      return {
        ticketId: s.ticketId,
        technician: s.technician,
        client: s.client,
        startedAt: s.startedAt,
        sessionSeconds: at - s.startedAt,
        usedTodaySeconds: use.used,
        allowanceSeconds: use.allowance,
        runningSessions: use.running,
      };
    }),
  );
}

/** One picture of the board with the position it stands at. Position and time are read before the rows: rows may be newer, never older. */
export type Picture = {
  position: string;
  clock: { now: Instant; rate: number; sandbox: boolean };
  pulseAt: Instant;
  pulseAgeSeconds: number;
  view: BoardView;
};

/** Whoever watches the same picture shares one of the last moment: a hundred walls cost what one costs. */
const shared = new WeakMap<House, Map<string, { picture: Promise<Picture>; at: number; change: number }>>();
const FRESH_MS = 80;

export function sharedPicture(house: House, viewer: Viewer, filter: BoardFilter): Promise<Picture> {
  let known = shared.get(house);
  if (!known) shared.set(house, (known = new Map()));
  const key = JSON.stringify(filter);
  const last = known.get(key);
  // a picture from before the latest change (the clock was set, say, and no event came with it) would be the last one
  const change = house.changes.count;
  if (last && last.change === change && performance.now() - last.at < FRESH_MS) return last.picture;
  const picture = takePicture(house, viewer, filter);
  if (known.size > 200) known.clear();
  known.set(key, { picture, at: performance.now(), change });
  return picture;
}

/** A picture taken now: it holds all that whoever asks has done before. */
export async function takePicture(house: House, viewer: Viewer, filter: BoardFilter): Promise<Picture> {
  const { position } = house.feed;
  const [clock, pulse] = await Promise.all([house.deskClock(), house.pulse()]);
  const told = { pulseAt: pulse.at, pulseAgeSeconds: pulse.ageSeconds };
  return { position, clock, ...told, view: await viewBoard(house, viewer, filter, clock.now) };
}
