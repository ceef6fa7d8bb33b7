import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clausesOf, DECISION, type Facts, preview } from "../support/coverage.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
});
afterAll(() => desk.close());

const mailOnMac = (version: string): Facts => ({
  kindOfWork: "ACCOUNT_CHANGE",
  technology: { kind: "OPERATING_SYSTEM", product: "macOS", version },
});

describe("the three answers the service publishes", () => {
  test("adding an e-mail account to a Mac on the current macOS is covered", async () => {
    const decision = await preview(desk, mailOnMac("current"));
    expect(decision).toMatchObject({ outcome: "COVERED", covered: true, clause: null, alsoMatched: [], missing: [] });
  });

  test("the same on macOS 10.6 is not: it is older than the minimum, and Apple's page is named", async () => {
    const decision = await preview(desk, mailOnMac("10.6"));
    expect(decision).toMatchObject({ outcome: "EXCLUDED", covered: false, clause: { code: "below-minimum" } });
    expect(decision.nextStep).toMatchObject({
      kind: "CONTACT_MANUFACTURER",
      manufacturer: "Apple",
      url: "https://support.apple.com/macos",
    });
    expect(decision.evidence.map((e) => e.value).join()).toContain("support ended on 2011-07-25");
    expect(decision.wouldChange).toEqual(["On the current macOS: covered."]);
  });

  test("installing a new server is limited by its length, and excluded when stated as a project", async () => {
    const server = { technology: { kind: "SERVER" }, estimatedMinutes: 240 };
    const installation = await preview(desk, { kindOfWork: "INSTALLATION", ...server });
    expect(installation).toMatchObject({ outcome: "LIMITED", clause: { code: "over-thirty-minutes" } });
    expect(installation.wouldChange[0]).toBe("If it took 30 minutes or less: covered.");
    const project = await preview(desk, { kindOfWork: "PROJECT", ...server });
    expect(project).toMatchObject({ outcome: "EXCLUDED", clause: { code: "project" } });
    expect(clausesOf(project)).toEqual(["project", "over-thirty-minutes"]);
  });
});

test.each([-5, 0, 10_081, 2_000_000_000])("no work takes %i minutes", async (estimatedMinutes) => {
  const query = "query($input: CoveragePreviewInput!) { coveragePreview(input: $input) { outcome } }";
  const input = { facts: { kindOfWork: "TROUBLESHOOTING", estimatedMinutes } };
  const { errors } = await desk.gql("requester", query, { input });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  expect(errors?.[0]?.message).toContain("from 1 to 10080");
});

describe("a preview and a ticket", () => {
  test("give the same answer to the same facts, and only the ticket keeps it", async () => {
    const facts = mailOnMac("10.6");
    const asked = await preview(desk, facts, desk.clientId);
    const { data } = await desk.gql(
      "requester",
      `mutation($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id coverage { id ${DECISION} } } userErrors { message } } }`,
      { input: { clientId: desk.clientId, subject: "New mail account", facts } },
    );
    const { id, ...kept } = data.createTicket.ticket.coverage;
    expect(kept).toEqual(asked);
    expect(id).toMatch(/^\w+_/);
  });

  test("what was not stated is presumed and listed, and a missing kind of work is asked for", async () => {
    const settings = await preview(desk, { kindOfWork: "SETTINGS" });
    expect(settings.presumed.map((f) => f.name)).toEqual(expect.arrayContaining(["licensed", "remotePossible"]));
    const nothing = await preview(desk, {});
    expect(nothing).toMatchObject({ outcome: "NEEDS_INFORMATION", covered: false, missing: ["kindOfWork"] });
    expect(nothing.nextStep).toMatchObject({ kind: "STATE_FACTS", label: "Please state the kind of work." });
  });

  test("another partner's client answers exactly as an unknown one", async () => {
    const as = (clientId: string) =>
      desk.gql("otherPartner", `query($input: CoveragePreviewInput!) { coveragePreview(input: $input) { outcome } }`, {
        input: { clientId, facts: {} },
      });
    const [foreign, unknown] = await Promise.all([as(desk.clientId), as("cli_00000000000000000000000000000000")]);
    expect(foreign).toEqual(unknown);
    expect(foreign.errors?.[0]?.extensions["code"]).toBe("NOT_FOUND");
  });
});
