import { addOnsOf, calendarVersion, paidSupportOf, planVersion } from "../clients/agreements.ts";
import { type Agreement, findClient } from "../clients/find-contract.ts";
import { localDate } from "../core/business-calendar/zone.ts";
import type { CoverageDecision } from "../coverage/coverage-decision.entity.ts";
import { type Decided, decideCoverage } from "../coverage/decide-coverage.ts";
import type { Desk } from "../platform/desk.ts";
import type { Work } from "./change-ticket.ts";
import { inForce, keepRules, newestOfRules, recordDecision } from "./record-decision.ts";
import { sayDecision } from "./say-decision.ts";
import type { Ticket } from "./ticket.entity.ts";

type Ruling = { readonly decided: Decided; readonly planVersion: number };

/** What the rules say now. The contract and plan of the ticket's creation govern, whatever was bought since. */
async function rulingOn(desk: Desk, ticket: Ticket): Promise<Ruling> {
  const client = await findClient(desk.em, ticket.clientId);
  if (!client) throw new Error(`ticket ${ticket.number} names an unknown client`);
  const agreement: Agreement = {
    client,
    contractId: ticket.contractId,
    plan: await planVersion(desk.em, ticket.planId),
    calendar: await calendarVersion(desk.em, ticket.calendarId),
    addOns: await addOnsOf(desk.em, ticket.contractId),
    paidSupport: await paidSupportOf(desk.em, ticket.contractId),
    today: localDate(client.timeZone, desk.now),
  };
  const askedOn = localDate(client.timeZone, ticket.createdAt);
  const decided = await decideCoverage(desk.em, agreement, ticket.facts, desk.now, askedOn);
  return { decided, planVersion: agreement.plan.version };
}

const isOther = ({ decision }: Decided, newest: CoverageDecision): boolean =>
  decision.outcome !== newest.outcome || (decision.clause?.code ?? null) !== newest.clause;

/** Something was stated: the rules decide anew, and it is kept that they did. */
export const decideAgain = async (desk: Desk, ticket: Ticket): Promise<Work> =>
  record(desk, ticket, await rulingOn(desk, ticket));

/** Time has passed, or minutes were used: where the rules say something else by now, they decide anew. */
export async function decideIfOther(desk: Desk, ticket: Ticket): Promise<Work> {
  const ruling = await rulingOn(desk, ticket);
  if (isOther(ruling.decided, await newestOfRules(desk, ticket))) return record(desk, ticket, ruling);
  ticket.coverageLookAt = ruling.decided.goodUntil;
  return { events: [], entries: [] };
}

/** The rules' decision as of now; the newest that is kept, unless they say something else by now. */
export async function rulesNow(desk: Desk, ticket: Ticket): Promise<CoverageDecision> {
  const [newest, { decided, planVersion }] = [await newestOfRules(desk, ticket), await rulingOn(desk, ticket)];
  ticket.coverageLookAt = decided.goodUntil;
  return isOther(decided, newest) ? keepRules(desk, ticket, decided, planVersion) : newest;
}

function record(desk: Desk, ticket: Ticket, { decided, planVersion }: Ruling): Work {
  const before = inForce(ticket);
  const event = recordDecision(desk, ticket, decided, planVersion, before);
  const now = inForce(ticket);
  const said = sayDecision(decided.decision);
  if (ticket.coverageOverridden)
    return { events: [event], entries: [{ kind: "COVERAGE", change: `By the rules: ${said}. The override stands` }] };
  const same = before.outcome === now.outcome && before.clause === now.clause;
  return { events: [event], entries: same ? [] : [{ kind: "COVERAGE", public: true, change: said }] };
}
