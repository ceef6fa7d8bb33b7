import { isZone } from "../core/business-calendar/zone.ts";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { newestCalendar, newestPlan } from "./agreements.ts";
import { AddOn, Client, Contract, Partner } from "./clients.entity.ts";

export type NewClient = {
  name: string;
  code: string;
  timeZone: string;
  planCode: string;
  calendarCode: string;
  contractFrom: string;
  partnerId: string | null;
  addOns: readonly { kind: "AFTER_HOURS" | "IMMEDIATE"; from: Instant; until: Instant | null }[];
};
type Fault = { code: "INVALID" | "ALREADY_EXISTS" | "NOT_FOUND"; field: string; message: string };

/** A client with its contract. All faults are reported together; with one, nothing is saved. */
export async function createClient(
  desk: Desk,
  input: NewClient,
): Promise<{ kind: "created"; row: Client } | { kind: "refused"; faults: Fault[] }> {
  const faults: Fault[] = [];
  const partner = await desk.em.findOne(Partner, input.partnerId === null ? { house: true } : { id: input.partnerId });
  if (!partner) faults.push({ code: "NOT_FOUND", field: "partnerId", message: "There is no such partner." });
  if (input.name.trim() === "") faults.push({ code: "INVALID", field: "name", message: "A client needs a name." });
  if (!/^[A-Z0-9][A-Z0-9-]{0,30}$/.test(input.code))
    faults.push({
      code: "INVALID",
      field: "code",
      message: "Expected capital letters, digits and hyphens, at most 31.",
    });
  if (!isZone(input.timeZone))
    faults.push({ code: "INVALID", field: "timeZone", message: `There is no zone ${input.timeZone}.` });
  if (!(await newestPlan(desk.em, input.planCode)))
    faults.push({ code: "NOT_FOUND", field: "planCode", message: `There is no plan ${input.planCode}.` });
  if (!(await newestCalendar(desk.em, input.calendarCode)))
    faults.push({ code: "NOT_FOUND", field: "calendarCode", message: `There is no calendar ${input.calendarCode}.` });
  input.addOns.forEach(({ from, until }, i) => {
    if (until !== null && until <= from)
      faults.push({ code: "INVALID", field: `addOns[${i}].until`, message: "An add-on ends after it starts." });
  });
  if (partner && (await desk.em.findOne(Client, { partnerId: partner.id, code: input.code })))
    faults.push({ code: "ALREADY_EXISTS", field: "code", message: `There is a client with the code ${input.code}.` });
  if (!partner || faults.length > 0) return { kind: "refused", faults };

  const { name, code, timeZone, planCode, calendarCode } = input;
  const partnerId = partner.id;
  const row = desk.em.create(Client, {
    id: uuidv7(),
    partnerId,
    name: name.trim(),
    code,
    timeZone,
    createdAt: desk.now,
  });
  const contract = desk.em.create(Contract, {
    id: uuidv7(),
    partnerId,
    clientId: row.id,
    planCode,
    calendarCode,
    fromDate: input.contractFrom,
    untilDate: null,
    createdAt: desk.now,
  });
  for (const { kind, from, until } of input.addOns)
    desk.em.create(AddOn, { id: uuidv7(), partnerId, contractId: contract.id, kind, fromAt: from, untilAt: until });
  return { kind: "created", row };
}
