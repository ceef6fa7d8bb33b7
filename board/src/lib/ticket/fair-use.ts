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
