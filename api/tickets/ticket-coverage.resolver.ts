import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Decision } from "../core/coverage-policy/decide.ts";
import type { Instant } from "../core/time.ts";
import { CoverageDecision } from "../coverage/coverage.graphql.ts";
import type { Decider } from "../coverage/coverage-decision.entity.ts";
import { ofRules, showDecision } from "../coverage/show-decision.ts";
import type { Context } from "../platform/context.ts";
import { groupBy } from "../platform/group-by.ts";
import { Ticket } from "./ticket.graphql.ts";
import type { TicketRow } from "./ticket.sql.ts";
import { readsInternal } from "./timeline.sql.ts";

type DecisionRow = {
  id: string;
  ticketId: string;
  kind: string;
  decision: Decision;
  planVersion: number;
  decidedAt: Instant;
  decidedBy: Decider | null;
  inForce: boolean;
  overridesId: string | null;
  reason: string | null;
};

const decisions = (context: Context, ticketId: string) =>
  context.load("coverage-of-ticket", ticketId, async (ids) =>
    groupBy(
      await context.read<DecisionRow>({
        name: "coverage-of-tickets",
        text: `select d.id, d.ticket_id as "ticketId", d.kind, d.decision, d.plan_version as "planVersion",
                      d.decided_at as "decidedAt", d.decided_by as "decidedBy", d.in_force as "inForce",
                      d.overrides_id as "overridesId", d.reason
                 from coverage_decision d join ticket t on t.partner_id = d.partner_id and t.id = d.ticket_id
                where t.id = any($1) order by d.decided_at, d.id`,
        values: [ids],
      }),
      (row) => row.ticketId,
    ),
  );

/** A row as the API shows it, with the one that it stands over. */
const shownTo = (context: Context, rows: readonly DecisionRow[]) => (row: DecisionRow) => {
  const under = row.overridesId === null ? undefined : rows.find((other) => other.id === row.overridesId);
  return showDecision(row.decision, {
    ...row,
    overrides: under ? showDecision(under.decision, { ...under, ...ofRules, inForce: under.inForce }) : null,
    reason: readsInternal(context.viewer) ? row.reason : null,
  });
};

@Resolver(() => Ticket)
export class TicketCoverage {
  @FieldResolver(() => CoverageDecision, {
    description: "The coverage decision in force: the rules', or a person's that stands over it.",
  })
  async coverage(@Root() ticket: TicketRow, @Ctx() context: Context) {
    const rows = (await decisions(context, ticket.id)) ?? [];
    const last = rows.findLast((row) => row.inForce);
    return last && shownTo(context, rows)(last);
  }

  @FieldResolver(() => CoverageDecision, {
    description: "What the rules say by the facts as they are now; the same as `coverage` unless an override stands.",
  })
  async coverageByRules(@Root() ticket: TicketRow, @Ctx() context: Context) {
    const rows = (await decisions(context, ticket.id)) ?? [];
    const last = rows.findLast((row) => row.kind !== "OVERRIDE");
    return last && shownTo(context, rows)(last);
  }

  @FieldResolver(() => [CoverageDecision], {
    description: "All coverage decisions, oldest first: the rules' and those made by hand.",
  })
  async coverageHistory(@Root() ticket: TicketRow, @Ctx() context: Context) {
    const rows = (await decisions(context, ticket.id)) ?? [];
    return rows.map(shownTo(context, rows));
  }
}
