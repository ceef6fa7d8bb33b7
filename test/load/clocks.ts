import { hoursFor, type OpenHours } from "../../api/core/business-calendar/open-periods.ts";
import type { ClockFact } from "../../api/core/sla-clock/facts.ts";
import { readClocks } from "../../api/core/sla-clock/read-clock.ts";
import type { SlaPolicy, Target } from "../../api/core/sla-clock/targets.ts";
import type { Instant, Seconds } from "../../api/core/time.ts";
import { definition } from "./calendar-inputs.ts";
import { median, random } from "./figures.ts";

const ZONES = ["America/New_York", "America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata", "Australia/Sydney"];
const NOW = (Date.UTC(2026, 10, 24, 16) / 1000) as Instant;
const DAY = 86_400;
const target = (change: Partial<Target>): Target => ({
  metric: "FIRST_RESPONSE",
  priority: "URGENT",
  amount: { kind: "OPERATING_TIME", seconds: 3_600 as Seconds },
  commitment: "CONTRACTUAL",
  satisfiedBy: "PUBLIC_REPLY",
  pausesOn: [],
  atRiskBefore: 900 as Seconds,
  onPriorityChange: "EARLIER_OF_OLD_AND_NEW",
  onReopen: "NEW_CYCLE",
  ...change,
});
const resolution = { metric: "RESOLUTION", satisfiedBy: "RESOLVED", pausesOn: ["REQUESTER", "APPOINTMENT"] } as const;
const policy: SlaPolicy = {
  ...{ planCode: "BENCH", version: 1, historical: false, settling: 1_800 as Seconds },
  targets: [
    target({}),
    target({ priority: "STANDARD", amount: { kind: "OPERATING_DAYS", days: 1 } }),
    target({ ...resolution, amount: { kind: "OPERATING_DAYS", days: 3 } }),
    target({ ...resolution, priority: "STANDARD", amount: { kind: "OPERATING_DAYS", days: 3 } }),
  ],
};

type Open = { readonly facts: ClockFact[]; readonly hours: OpenHours };

/** Reads clocks that are open now from their facts: two metrics a ticket, some answered, paused, raised or after hours. */
export function rereadClocks(clocks: number, seed: number) {
  const next = random(seed);
  const desks = ZONES.flatMap((timeZone) => [
    hoursFor({ ...definition, timeZone }),
    hoursFor({ ...definition, timeZone }, [{ from: (NOW - 5 * DAY) as Instant, until: null }]),
  ]);
  const tickets: Open[] = [];
  let open = 0;
  while (open < clocks) {
    const ticket = { facts: story(next), hours: desks[Math.floor(next() * desks.length)] as OpenHours };
    open += readClocks(ticket.facts, policy, ticket.hours, NOW).filter((reading) => reading.endedAt === null).length;
    tickets.push(ticket);
  }
  const times: number[] = [];
  let due = 0;
  for (let round = 0; round < 6; round += 1) {
    const began = performance.now();
    for (const { facts, hours } of tickets)
      for (const reading of readClocks(facts, policy, hours, NOW)) due += reading.dueAt ?? 0;
    if (round > 0) times.push(performance.now() - began);
  }
  if (!Number.isFinite(due)) throw new Error("a clock could not be read");
  const facts = tickets.reduce((sum, ticket) => sum + ticket.facts.length, 0);
  const mix = `${open.toLocaleString("en")} open clocks of ${tickets.length.toLocaleString("en")} tickets with ${facts.toLocaleString("en")} facts`;
  return { ms: median(times), rounds: times.length, mix };
}

function story(next: () => number): ClockFact[] {
  let at = Math.floor(NOW - next() * 6 * DAY);
  const facts: object[] = [{ kind: "CREATED", priority: next() < 0.3 ? "URGENT" : "STANDARD" }];
  if (next() < 0.5) facts.push({ kind: "PUBLIC_REPLY" });
  if (next() < 0.2) facts.push({ kind: "PRIORITY_CHANGED", priority: "URGENT" });
  if (next() < 0.4) facts.push({ kind: "PAUSED", reason: "REQUESTER" });
  if (next() < 0.3) facts.push({ kind: "RESUMED" });
  return facts.map((fact, i) => {
    if (i > 0) at = Math.floor(at + next() * (NOW - at) * 0.5);
    return { ...fact, seq: i + 1, happenedAt: at, recordedAt: at } as ClockFact;
  });
}
