import type { EventPayloads } from "../core/events.ts";
import type { LogRow } from "../platform/event-log.ts";
import type { About, LetterFacts } from "./letter-facts.ts";
import type { Addressee, DecisionSaid } from "./letter-sources.sql.ts";

type Decided = EventPayloads["CoverageDecided"];

/**
 * The letter of a decision on coverage. Whoever changed it themselves saw it at once; a creation has a letter of its own;
 * a decision that changes nothing of what is in force is none of the requester's; and minutes that are used up while
 * somebody is connected limit what comes after, which the ticket says, and is no reason to write in the middle of it.
 */
export function coverageChanged(
  about: About,
  { actor }: Pick<LogRow, "actor">,
  { outcome, clause, midSession }: Decided,
  to: Addressee,
  said: DecisionSaid | null,
): LetterFacts | null {
  if (outcome.from === null || outcome.to === null || outcome.from === outcome.to) return null;
  if (actor.kind === "REQUESTER" && actor.id === to.contactId) return null;
  if (midSession) return null;
  // the day is over whose minutes were used up: nothing is new to whoever was told of none of it
  if (actor.kind === "DESK" && clause.from === "fair-use" && outcome.to === to.toldOutcome) return null;
  if (!said) return null;
  const named = said.clauseCode && said.clauseTitle ? { code: said.clauseCode, title: said.clauseTitle } : null;
  return {
    ...{ kind: "COVERAGE_CHANGED", about, before: outcome.from, outcome: outcome.to, clause: named },
    nextStep: { label: said.label, url: said.url },
  };
}
