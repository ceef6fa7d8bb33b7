import type { ClockFact } from "../core/sla-clock/facts.ts";
import { type ClockReading, readClocks } from "../core/sla-clock/read-clock.ts";
import type { Instant } from "../core/time.ts";
import type { Terms } from "./terms-of.ts";

/** An open clock before and after an edit, both read at the same instant. */
export type MovedClock = {
  readonly metric: ClockReading["metric"];
  readonly cycle: number;
  readonly priority: string;
  readonly dueBefore: Instant | null;
  readonly dueAfter: Instant | null;
  /** Not breached before, and breached by the edit at once: its due has passed, or is this very second. */
  readonly breaches: boolean;
};

export type Moves = { readonly open: number; readonly moved: readonly MovedClock[] };

/** What a fact does to a ticket's open clocks at the instant of its recording. The dry run and the application ask this. */
export function movedClocks(facts: readonly ClockFact[], added: ClockFact, terms: Terms): Moves {
  const at = added.recordedAt;
  const read = (story: readonly ClockFact[]) => readClocks(story, terms.policy, terms.hours, at, terms.versions);
  const before = read(facts).filter((clock) => clock.state !== "ENDED");
  const after = read([...facts, added]);
  const moved = before.flatMap((old): MovedClock[] => {
    const now = after.find((clock) => clock.metric === old.metric && clock.cycle === old.cycle);
    if (!now || now.dueAt === old.dueAt) return [];
    const { metric, cycle, priority } = old;
    const isDue = now.breachedAt !== null || (now.dueAt === at && now.state !== "PAUSED"); // nobody answers in the second of an edit
    const breaches = old.breachedAt === null && isDue;
    return [{ metric, cycle, priority, dueBefore: old.dueAt, dueAfter: now.dueAt, breaches }];
  });
  return { open: before.filter((clock) => clock.target !== null).length, moved };
}
