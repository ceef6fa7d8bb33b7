import type { DeskClient } from "../../../schema/sdk/client.ts";
import { BadInput } from "./bad-input.ts";
import { DeskNames } from "./desk-names.ts";
import type { PlanFile } from "./plan-file.ts";

type Published = { userErrors: { field: string | null; message: string }[] };
const publish = `mutation($calendar: PublishCalendarInput!, $plan: PublishPlanInput!) {
  calendar: publishCalendar(input: $calendar) { userErrors { field message } }
  plan: publishPlan(input: $plan) { userErrors { field message } } }`;

/**
 * Makes a fresh sandbox ready for a log: its clock stands at the log's beginning, plan and calendar are published. A
 * desk that has the plan already was interrupted, and is taken up where its clock stands.
 */
export async function setUp(
  desk: DeskClient,
  { plan, calendar }: PlanFile,
  beginning: string,
): Promise<{ names: DeskNames; resumedAt: string | null }> {
  const state = await desk.request<{
    deskClock: { now: string; rate: number; sandbox: boolean };
    plans: { code: string }[];
  }>("{ deskClock { now rate sandbox } plans { code } }");
  if (!state.deskClock.sandbox)
    throw new BadInput("This desk keeps real time: a replay needs one started with --sandbox.");
  const agreement = { planCode: plan.code, calendarCode: calendar.code, contractFrom: beginning.slice(0, 10) };
  const names = new DeskNames(desk, agreement);
  if (state.plans.some((p) => p.code === plan.code)) {
    await names.load();
    return { names, resumedAt: state.deskClock.now };
  }
  await setClock(desk, beginning, 0); // a desk on which nothing has happened yet may begin in the past
  const done = await desk.request<{ calendar: Published; plan: Published }>(publish, { calendar, plan });
  const faults = [...done.calendar.userErrors, ...done.plan.userErrors];
  if (faults.length > 0) throw new BadInput(...faults.map((f) => `plan file: ${f.field ?? ""}: ${f.message}`));
  return { names, resumedAt: null };
}

export async function setClock(desk: DeskClient, to: string | null, rate: number | null): Promise<void> {
  const { setClock: done } = await desk.request<{ setClock: { userErrors: { message: string }[] } }>(
    "mutation($to: DateTime, $rate: Float) { setClock(input: { to: $to, rate: $rate }) { userErrors { message } } }",
    { to, rate },
  );
  const [fault] = done.userErrors;
  if (fault) throw new BadInput(`The desk's clock cannot be set: ${fault.message}`);
}
