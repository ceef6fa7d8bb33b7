import { instant } from "../time/instant.ts";

/** What the desk said of a client's remote minutes today. */
type FairUse = {
  readonly allowanceSeconds: number;
  readonly usedSeconds: number;
  /** Tickets on which somebody is connected: each uses every second. */
  readonly runningTickets: number;
  readonly asOf: string;
};
export type Meter = {
  readonly used: number;
  readonly allowance: number;
  readonly share: number;
  readonly over: boolean;
};

/** The meter at an instant of desk time, after it was told: each ticket with a running session uses every second. */
export function fairUseAt({ allowanceSeconds, usedSeconds, runningTickets, asOf }: FairUse, now: number): Meter {
  const used = usedSeconds + runningTickets * Math.max(0, now - instant(asOf));
  const share = allowanceSeconds > 0 ? Math.min(1, used / allowanceSeconds) : 1;
  return { used, allowance: allowanceSeconds, share, over: used >= allowanceSeconds };
}

type Session = { readonly seconds: number; readonly startedAt: string; readonly endedAt: string | null };

/** How long a session has gone on at an instant of desk time. */
export const sessionSeconds = ({ seconds, startedAt, endedAt }: Session, now: number): number =>
  endedAt === null ? Math.max(seconds, now - instant(startedAt)) : seconds;

/** Warned this long before the day's minutes are used up. */
const AHEAD = 300;

/** What is said when the meter passes its warning, or its end; null while it passes neither. */
export function meterNotice(before: number, { used, allowance }: Pick<Meter, "used" | "allowance">): string | null {
  const passed = (mark: number) => mark > 0 && before < mark && used >= mark;
  const minutes = Math.round(allowance / 60);
  if (passed(allowance)) return `The ${minutes} remote minutes of today are used up. Your session is not cut off.`;
  return passed(allowance - AHEAD) ? `5 of today's ${minutes} remote minutes are left.` : null;
}
