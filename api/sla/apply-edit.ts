import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { AddOnPeriod } from "../clients/agreements.ts";
import { calendarVersion, planVersion } from "../clients/agreements.ts";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { countConcerned } from "./concerned-tickets.sql.ts";
import type { Edit } from "./edit.ts";
import { PolicyApplication } from "./policy-application.entity.ts";

/** Begins an application: from now on the worker goes through the tickets, page by page. */
export async function beginApplication(desk: Desk, edit: Edit, cause: string): Promise<PolicyApplication> {
  const ticketsTotal = await countConcerned(desk.em, edit);
  const nothing = ticketsTotal === 0;
  return desk.em.create(PolicyApplication, {
    id: uuidv7(),
    kind: edit.kind,
    versionId: edit.kind === "PLAN" ? edit.plan.id : edit.kind === "CALENDAR" ? edit.calendar.id : null,
    contractId: edit.kind === "ADD_ON" ? edit.contractId : null,
    fromAt: edit.kind === "PLAN" ? desk.now : (Math.max(edit.from, desk.now) as Instant),
    appliedAt: desk.now,
    appliedBy: desk.viewer.name,
    cause,
    detail: edit.kind === "ADD_ON" ? { addOns: edit.addOns } : {},
    afterId: null,
    ticketsTotal,
    ticketsDone: 0,
    clocksMoved: 0,
    clocksBreached: 0,
    finishedAt: nothing ? desk.now : null,
    endPosition: nothing ? "0" : null,
    nextAt: nothing ? null : desk.now,
  });
}

/** The edit that an application carries out. */
export async function editOf(em: SqlEntityManager, row: PolicyApplication): Promise<Edit> {
  const named = (id: string | null): string => {
    if (id === null) throw new Error(`application ${row.id} names nothing to apply`);
    return id;
  };
  switch (row.kind) {
    case "PLAN":
      return { kind: "PLAN", plan: await planVersion(em, named(row.versionId)) };
    case "CALENDAR":
      return { kind: "CALENDAR", calendar: await calendarVersion(em, named(row.versionId)), from: row.fromAt };
    case "ADD_ON": {
      const { addOns } = row.detail as { addOns: AddOnPeriod[] };
      return { kind: "ADD_ON", contractId: named(row.contractId), addOns, from: row.fromAt };
    }
  }
}
