import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-23T15:00:00Z", worker: false });
  on = verbsOn(desk);
});
afterAll(() => desk?.close());

const history = async (id: string) => (await on.look(id, "coverageHistory { outcome }")).coverageHistory;
const printer = { kindOfWork: "HARDWARE_ISSUE", technology: { kind: "PRINTER" } };
const reason = "The director's printer; agreed with Ms Wong";

describe("what cannot be decided by hand is refused by its field, and nothing is saved", () => {
  test.each<[what: string, input: object, code: string, field: string]>([
    ["a blank reason", { outcome: "COVERED", reason: "  \n " }, "REASON_REQUIRED", "reason"],
    ["a reason of a page", { outcome: "COVERED", reason: "x".repeat(501) }, "INVALID", "reason"],
    ["an outcome that asks", { outcome: "NEEDS_INFORMATION", reason }, "INVALID", "outcome"],
    ["what the rules say anyway", { outcome: "LIMITED", clause: "printer", reason }, "INVALID", "outcome"],
    ["a clause that the plan does not have", { outcome: "EXCLUDED", clause: "moon", reason }, "INVALID", "clause"],
    ["a clause of what is covered", { outcome: "COVERED", clause: "printer", reason }, "INVALID", "clause"],
    ["a version of before", { outcome: "COVERED", reason, expectedVersion: 0 }, "STALE_VERSION", "expectedVersion"],
  ])("%s", async (_, input, code, field) => {
    const { id, version } = await on.open({ facts: printer });
    const refused = await on.act("technician", "overrideCoverage", { ticketId: id, ...input });
    expect(refused).toMatchObject({ ticket: null, userErrors: [{ code, field }] });
    expect(await on.look(id)).toMatchObject({ version, coverage: { outcome: "LIMITED", clause: { code: "printer" } } });
    expect(await history(id)).toHaveLength(1);
  });

  test("withdrawing what does not stand, repeating what stands, and what the rules say meanwhile", async () => {
    const { id } = await on.open({ facts: printer });
    const refusal = async (verb: string, input: object) =>
      (await on.act("technician", verb, { ticketId: id, ...input })).userErrors[0];
    expect(await refusal("withdrawOverride", {})).toMatchObject({ code: "INVALID", field: "ticketId" });
    await on.done("technician", "overrideCoverage", { ticketId: id, outcome: "COVERED", reason });
    expect(await refusal("overrideCoverage", { outcome: "COVERED", reason })).toMatchObject({
      message: "It is decided like that already.",
    });
    expect(await refusal("overrideCoverage", { outcome: "LIMITED", clause: "printer", reason })).toMatchObject({
      message: "The rules say just that: withdraw the override instead.",
    });
  });

  test("a requester, a partner and a ticket that is over", async () => {
    const { id } = await on.open({ facts: printer });
    for (const who of ["requester", "partner"] as const) {
      const { errors } = await desk.gql(
        who,
        `mutation { overrideCoverage(input: { ticketId: "${id}", outcome: COVERED, reason: "Please" }) { userErrors { code } } }`,
      );
      expect(errors?.[0]?.extensions?.["code"], who).toBe("FORBIDDEN");
    }
    await on.done("technician", "cancel", { ticketId: id, reason: "Not wanted" });
    const refused = await on.act("technician", "overrideCoverage", { ticketId: id, outcome: "COVERED", reason });
    expect(refused.userErrors[0].code).toBe("FINAL_STATUS");
  });
});
