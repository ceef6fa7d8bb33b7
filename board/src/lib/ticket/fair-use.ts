/** What the desk said of a client's remote minutes today. */
type FairUse = {
  readonly allowanceSeconds: number;
  readonly usedSeconds: number;
  readonly runningSessions: number;
};
export type Meter = {
  readonly used: number;
  readonly allowance: number;
  readonly share: number;
  readonly over: boolean;
};

/** The meter some seconds after it was told: while a session runs, every second is used. */
export function fairUseAt({ allowanceSeconds, usedSeconds, runningSessions }: FairUse, since: number): Meter {
  const used = usedSeconds + (runningSessions > 0 ? Math.max(0, since) : 0);
  const share = allowanceSeconds > 0 ? Math.min(1, used / allowanceSeconds) : 1;
  return { used, allowance: allowanceSeconds, share, over: used >= allowanceSeconds };
}

export const sessionSeconds = (session: { seconds: number; endedAt: string | null }, since: number): number =>
  session.seconds + (session.endedAt === null ? Math.max(0, since) : 0);

/** Warned this long before the day's minutes are used up. */
const AHEAD = 300;

/** What is said when the meter passes its warning, or its end; null while it passes neither. */
export function meterNotice(before: number, { used, allowance }: Pick<Meter, "used" | "allowance">): string | null {
  const passed = (mark: number) => mark > 0 && before < mark && used >= mark;
  const minutes = Math.round(allowance / 60);
  if (passed(allowance)) return `The ${minutes} remote minutes of today are used up. Your session is not cut off.`;
  return passed(allowance - AHEAD) ? `5 of today's ${minutes} remote minutes are left.` : null;
}
