import { GraphQLError } from "graphql";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { findClient, findContract, standardAgreement } from "../clients/find-contract.ts";
import { type ConditionFactName, conditionFacts, operatorsOf, rowOf } from "../core/coverage-policy/conditions.ts";
import type { Context } from "../platform/context.ts";
import { uuidOf } from "../platform/global-id.ts";
import { isStaff } from "../platform/viewer.ts";
import { CoverageFact } from "./condition.graphql.ts";
import { CoverageDecision, CoveragePreviewInput } from "./coverage.graphql.ts";
import { decideCoverage } from "./decide-coverage.ts";
import { factsOf } from "./facts-of-input.ts";
import { newestData } from "./manufacturer-data.ts";
import { ofRules, showDecision } from "./show-decision.ts";

@Resolver()
export class CoverageResolver {
  @Query(() => CoverageDecision, { description: "Would this be covered? Nothing is created." })
  coveragePreview(
    @Arg("input", () => CoveragePreviewInput, { description: "Who asks, and the facts." }) input: CoveragePreviewInput,
    @Ctx() context: Context,
  ) {
    return context.verb(async (desk) => {
      const { viewer } = desk;
      const own = viewer.kind === "REQUESTER" || viewer.kind === "MONITORING" ? viewer.clientId : null;
      const wanted = input.clientId != null ? uuidOf("Client", input.clientId) : own;
      const client = wanted && (await findClient(desk.em, wanted));
      const mine =
        client &&
        (isStaff(viewer) ||
          (viewer.kind === "PARTNER" ? client.partnerId === viewer.partnerId : client.id === viewer.clientId));
      if (wanted && !mine)
        throw new GraphQLError("There is no such client.", { extensions: { code: "NOT_FOUND", field: "clientId" } });
      const agreement = client
        ? await findContract(desk.em, client, desk.now)
        : await standardAgreement(desk.em, desk.now);
      const { decision } = await decideCoverage(desk.em, agreement, factsOf(input.facts), desk.now);
      return showDecision(decision, { ...ofRules, id: null, planVersion: agreement.plan.version, decidedAt: desk.now });
    });
  }

  @Query(() => [CoverageFact], {
    description: "The facts that a clause's condition may test, each with its comparisons (at most 100).",
  })
  async coverageFacts(@Ctx() context: Context): Promise<CoverageFact[]> {
    const products = await newestData((text) => context.house.readAsDesk({ text, values: [] }));
    return (Object.keys(conditionFacts) as ConditionFactName[]).map((name) => {
      const { title, kind, choices } = rowOf(name);
      const named = kind === "PRODUCT" ? products.map((product) => product.title) : choices;
      return { name, title, kind, operators: operatorsOf[kind], choices: named ?? [] };
    });
  }
}
