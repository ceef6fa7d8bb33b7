import type { Instant } from "../../api/core/time.ts";
import type { Look } from "../../api/queue/board-story.ts";
import type { wallFacts } from "../../api/queue/live-boards.ts";

/** What changes on the wall: every row of it, one, or a count only. */
export const KINDS = ["eight rows", "one row", "no row"] as const;
export type Kind = (typeof KINDS)[number];
export type WallLook = Look<Awaited<ReturnType<typeof wallFacts>>>;

/** Microseconds of the one clock that all processes of a machine share. */
export const micros = (): number => Number(process.hrtime.bigint() / 1_000n);

const AT = 1_796_050_800 as Instant; // 2026-11-30 15:00 UTC
const row = (n: number, version: number) => ({
  ticketId: Buffer.from(`Ticket:01939a3e-7c00-7000-8000-00000000000${n}`).toString("base64url"),
  number: 4_100 + n,
  version,
  orderKey: `2:${AT + n * 600}:${4_100 + n}`,
  next: n === 0,
  client: "Northwind Dental Group",
  clientCode: "NWD",
  subject: "Nobody at reception can print since the update of this morning",
  affected: "SEVERAL",
  priority: { code: "standard-several", name: "Standard, several users", rank: 20 },
  couldBeUrgent: false,
  status: "OPEN",
  assignee: n % 2 ? "Ines Albrecht" : null,
  team: "Service desk",
  coverage: "COVERED",
  coverageClause: null,
  metric: "FIRST_RESPONSE",
  commitment: "CONTRACTUAL",
  state: "RUNNING",
  standing: "ON_TRACK",
  pausedReason: null,
  pausedAt: null,
  remainingSeconds: 3_600 + n * 600,
  dueAt: (AT + 3_600 + n * 600) as Instant,
  atRiskAt: (AT + n * 600) as Instant,
  atRiskRemainingSeconds: 900,
  calendar: "standard-hours",
  createdAt: (AT - 3_600) as Instant,
});

/** The wall after so many changes of either kind, in the shape in which the desk looks at it. */
export class Wall {
  #all = 1;
  #first = 0;
  #open = 40;

  change(kind: Kind): void {
    if (kind === "no row") this.#open += 1;
    else if (kind === "one row") this.#first += 1;
    else this.#all += 1;
  }

  look(position: string): WallLook {
    const counts = { open: this.#open, breached: 1, atRisk: 4, onTrack: 30, paused: 5, unassigned: 12 };
    const desk = { timeZone: "Europe/Zurich", openUntil: (AT + 5_400) as Instant, opensAt: null };
    const clock = { now: AT, rate: 0, sandbox: false }; // it stands: a change is what was changed, not the time
    const time = { asOf: AT, clock, pulseAt: AT, pulseAgeSeconds: 1 };
    const forecast = { total: 0, breaches: [] };
    return {
      position,
      rows: Array.from({ length: 8 }, (_, n) => row(n, this.#all + (n === 0 ? this.#first : 0))) as never,
      calendars: [],
      facts: { ...time, ...desk, counts, runway: [], rowsOf: 40, sessions: [], forecast } as never,
    };
  }
}
