import { isOpen, type OpenPeriod, opensAt } from "../time/countdown.ts";

export type DeskHours = { readonly openUntil: number | null; readonly opensAt: number | null };

/**
 * Whether the doors are open now, from the hours last sent. They go on telling the truth without a message: past the
 * closing that was sent, the opening comes from the calendar that closes then.
 */
export function deskHours(sent: DeskHours, calendars: Iterable<readonly OpenPeriod[]>, now: number): DeskHours {
  if (sent.openUntil !== null && now < sent.openUntil) return sent;
  if (sent.opensAt !== null && now < sent.opensAt) return { openUntil: null, opensAt: sent.opensAt };
  const turn = sent.openUntil ?? sent.opensAt;
  for (const periods of calendars) {
    if (!periods.some(({ from, until }) => until === turn || from === turn)) continue;
    return isOpen(periods, now)
      ? { openUntil: periods.find(({ from, until }) => from <= now && now < until)?.until ?? null, opensAt: null }
      : { openUntil: null, opensAt: opensAt(periods, now) };
  }
  return { openUntil: null, opensAt: null };
}
