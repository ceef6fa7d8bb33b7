import { wallTime } from "../core/business-calendar/zone.ts";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { AddOn, Client, Contract } from "./clients.entity.ts";
import { changeAgreements } from "./find-contract.ts";

type Kind = AddOn["kind"];
export type AddOnFault = { code: "INVALID" | "NOT_FOUND"; field: string; message: string };
/** `from`: the first instant that is now other than it was. */
export type AddOnChange =
  | { kind: "changed"; contract: Contract; from: Instant }
  | { kind: "refused"; faults: readonly AddOnFault[] };

export type NewAddOn = { contractId: string; kind: Kind; from: Instant | null; until: Instant | null };

/** A client buys an extra, from now or later on. All faults are reported together; with one, nothing is saved. */
export async function setAddOn(desk: Desk, input: NewAddOn): Promise<AddOnChange> {
  await changeAgreements(desk.em);
  const contract = await desk.em.findOne(Contract, { id: input.contractId });
  if (!contract) return noContract;
  const from = input.from ?? desk.now;
  const faults: AddOnFault[] = [];
  if (from < desk.now) faults.push(past("from"));
  if (input.until !== null && input.until <= from)
    faults.push({ code: "INVALID", field: "until", message: "An add-on ends after it starts." });
  const standing = await standingOf(desk, contract, input.kind);
  const other = standing.find((a) => (a.untilAt ?? END) > from && a.fromAt < (input.until ?? END));
  if (other && faults.length === 0) {
    const { timeZone } = await desk.em.findOneOrFail(Client, { id: contract.clientId });
    const until = other.untilAt === null ? "without end" : `until ${wallTime(timeZone, other.untilAt)}`;
    const message = `It is in force already from ${wallTime(timeZone, other.fromAt)} ${until} (${timeZone}): end that first.`;
    faults.push({ code: "INVALID", field: "from", message });
  }
  if (faults.length > 0) return { kind: "refused", faults };
  const { partnerId } = contract;
  const period = { fromAt: from, untilAt: input.until };
  desk.em.create(AddOn, { id: uuidv7(), partnerId, contractId: contract.id, kind: input.kind, ...period });
  return told(desk, contract, input.kind, from, input.until, from);
}

/** Ends the extra that is in force at an instant or comes next; one that has not begun by then is withdrawn. */
export async function endAddOn(
  desk: Desk,
  input: { contractId: string; kind: Kind; until: Instant | null },
): Promise<AddOnChange> {
  await changeAgreements(desk.em);
  const contract = await desk.em.findOne(Contract, { id: input.contractId });
  if (!contract) return noContract;
  const until = input.until ?? desk.now;
  if (until < desk.now) return { kind: "refused", faults: [past("until")] };
  const standing = await standingOf(desk, contract, input.kind);
  const ending = standing.find((a) => (a.untilAt ?? END) > until);
  if (!ending) {
    const message = "No such add-on is in force then, or comes later: there is nothing to end.";
    return { kind: "refused", faults: [{ code: "NOT_FOUND", field: "kind", message }] };
  }
  ending.untilAt = Math.max(ending.fromAt, until) as Instant;
  return told(desk, contract, input.kind, ending.fromAt, ending.untilAt, ending.untilAt);
}

/** The extras of a kind that were not withdrawn, the earliest first. */
async function standingOf(desk: Desk, contract: Contract, kind: Kind): Promise<AddOn[]> {
  const all = await desk.em.find(AddOn, { contractId: contract.id, kind }, { orderBy: { fromAt: 1 } });
  return all.filter((a) => a.fromAt !== a.untilAt);
}

const END = Number.POSITIVE_INFINITY;
const noContract: AddOnChange = {
  kind: "refused",
  faults: [{ code: "NOT_FOUND", field: "contractId", message: "There is no such contract." }],
};
const past = (field: string): AddOnFault => ({
  code: "INVALID",
  field,
  message: "It lies in the past: what has been counted stays as it was. Leave it out for now, or name a later instant.",
});

async function told(
  desk: Desk,
  contract: Contract,
  kind: Kind,
  from: Instant,
  until: Instant | null,
  differsFrom: Instant,
): Promise<AddOnChange> {
  await desk.em.flush();
  const payload = { contractId: contract.id, kind, from, until };
  desk.record({ type: "AddOnSet", ticketId: null, payload, partnerId: contract.partnerId });
  return { kind: "changed", contract, from: differsFrom };
}
