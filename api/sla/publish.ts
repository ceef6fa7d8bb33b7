import { Calendar, Plan } from "../clients/agreement.entity.ts";
import type { CalendarVersion } from "../clients/agreements.ts";
import { changeAgreements } from "../clients/find-contract.ts";
import type { Desk } from "../platform/desk.ts";
import { beginApplication } from "./apply-edit.ts";
import { type CalendarDraft, draftCalendar, draftPlan, type Fault, type PlanDraft } from "./drafts.ts";
import type { PolicyApplication } from "./policy-application.entity.ts";

type Published<T> =
  | { kind: "published"; row: T; application: PolicyApplication | null }
  | { kind: "refused"; faults: readonly Fault[] };

/**
 * Publishes the next version of a calendar; open clocks are counted by it too from when it holds, unless the manager
 * says otherwise. All faults are reported; nothing is saved when there is one.
 */
export async function publishCalendar(
  desk: Desk,
  draft: CalendarDraft,
  open: { readonly apply: boolean; readonly reason: string | null },
): Promise<Published<Calendar>> {
  await changeAgreements(desk.em);
  const made = await draftCalendar(desk.em, draft, desk.now);
  if (made.kind === "faulty") return { kind: "refused", faults: made.faults };
  const { id, definition } = made.version;
  const { code, version, timeZone } = definition;
  const row = desk.em.create(Calendar, { id, code, version, timeZone, definition, publishedAt: desk.now });
  await tell(desk, "CalendarPublished", { code, version });
  const edit = { kind: "CALENDAR", calendar: made.version, from: definition.before?.until ?? desk.now } as const;
  return {
    kind: "published",
    row,
    application: open.apply ? await beginApplication(desk, edit, calendarCause(made.version, open.reason)) : null,
  };
}

/** Publishes the next version of a plan. It applies to tickets from then on; open clocks keep the version they have. */
export async function publishPlan(desk: Desk, draft: PlanDraft): Promise<Published<Plan>> {
  await changeAgreements(desk.em);
  const made = await draftPlan(desk.em, draft);
  if (made.kind === "faulty") return { kind: "refused", faults: made.faults };
  const row = desk.em.create(Plan, { ...made.version, publishedAt: desk.now });
  await tell(desk, "PlanPublished", { code: draft.code, version: made.version.version });
  return { kind: "published", row, application: null };
}

/** What a clock that a calendar moved is told. */
export function calendarCause({ definition }: CalendarVersion, reason: string | null): string {
  const name = `calendar ${definition.code}, version ${definition.version}`;
  return reason?.trim() ? `${reason.trim()} (${name})` : name;
}

async function tell(
  desk: Desk,
  type: "PlanPublished" | "CalendarPublished",
  payload: { code: string; version: number },
) {
  const [house] = await desk.em.execute<[{ id: string }]>("select id from partner where house");
  desk.record({ type, ticketId: null, payload, partnerId: house.id });
}
