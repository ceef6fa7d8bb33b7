import { describe, expect, it } from "vitest";
import { standard } from "./plan.fixture.ts";
import { draftOf, inputOfPlan, newPriority, newTarget, type PlanDraft, readDraft } from "./plan-draft.ts";

const typed = (change: (draft: PlanDraft) => void) => {
  const draft = draftOf(standard);
  change(draft);
  return readDraft(draft);
};

describe("a plan as it is typed", () => {
  it("is sent back as it came, clauses included, where nothing was typed", () => {
    const { id, version, publishedAt, contracts, targets, clauses, ...rest } = standard;
    const input = inputOfPlan(standard);
    expect(input).toMatchObject(rest);
    const when = { fact: "technologyKind", in: ["PRINTER"] };
    expect(input.clauses).toEqual(clauses.map((clause) => ({ ...clause, when })));
    expect(input.targets).toEqual(
      targets.map(({ amountSeconds, amountDays, ...target }) => ({
        ...target,
        ...(amountDays === null ? { amountSeconds } : { amountDays }),
      })),
    );
  });
  it("reads lengths as people write them", () => {
    const { input } = typed((draft) => {
      Object.assign(draft.targets[0] ?? {}, { atRisk: "20 min" });
      Object.assign(draft.targets[0] ?? {}, { amount: "1 h 30 min" });
      draft.reopenDays = null;
    });
    expect(input?.targets[0]).toMatchObject({ amountSeconds: 5_400, atRiskBeforeSeconds: 1_200 });
    expect(input?.reopenDays).toBeNull();
  });
  it("is not sent while something cannot be read, and says where", () => {
    const { input, faults } = typed((draft) => {
      Object.assign(draft.targets[1] ?? {}, { amount: "a day", atRisk: "15" });
      Object.assign(draft.priorities[0] ?? {}, { rank: "first" });
      draft.settling = "";
    });
    expect(input).toBeNull();
    expect(faults.map(({ field }) => field)).toEqual([
      ...["priorities[0].rank", "targets[1].amountDays", "targets[1].atRiskBeforeSeconds", "settlingSeconds"],
    ]);
  });
  it("keeps what is promised for a priority whose code is typed anew", () => {
    const { input } = typed((draft) => Object.assign(draft.priorities[0] ?? {}, { code: "CRITICAL" }));
    expect(input?.targets.map(({ priority }) => priority)).toEqual(["CRITICAL", "STANDARD", "CRITICAL"]);
  });
  it("sends ticks in one order, however they were ticked", () => {
    const { input } = typed((draft) => {
      draft.requiredSteps = ["DOCUMENT", "RESOLVE"];
      Object.assign(draft.targets[2] ?? {}, { pausesOn: ["APPOINTMENT", "PARTS", "REQUESTER"] });
    });
    expect(input?.requiredSteps).toEqual(["RESOLVE", "DOCUMENT"]);
    expect(input?.targets[2]?.pausesOn).toEqual(["REQUESTER", "PARTS", "APPOINTMENT"]);
  });
  it("begins a new promise like the plan's others of its kind, and a new priority below the others", () => {
    const draft = draftOf(standard);
    expect(newTarget(draft, "RESOLUTION", 1)).toMatchObject({ amount: "3", commitment: "INTERNAL", priority: 1 });
    expect(newTarget(draft, "NEXT_RESPONSE", 0)).toMatchObject({ amount: "1", satisfiedBy: "PUBLIC_REPLY" });
    expect(newPriority(draft)).toEqual({ key: 2, code: "", name: "", rank: "3" });
  });
});
