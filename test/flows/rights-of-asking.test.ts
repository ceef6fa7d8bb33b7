import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  on = verbsOn(desk);
});
afterAll(() => desk.close());

const another = async (code: string) => {
  const { createClient } = await on.ask(
    "manager",
    `mutation($i: CreateClientInput!) { createClient(input: $i) { client { id } userErrors { code message } } }`,
    {
      i: {
        name: `Client ${code}`,
        code,
        timeZone: "America/New_York",
        planCode: "standard",
        calendarCode: "provider",
        contractFrom: "2026-01-01",
        partnerId: toGlobalId("Partner", desk.cast.partner.id),
      },
    },
  );
  return createClient.client.id as string;
};

describe("opening a ticket gives nobody what looking or assigning would refuse", () => {
  const ask = (more: object) => ({ clientId: desk.clientId, subject: "A question", ...more });

  test("a reference of another client's ticket shows a monitoring source nothing of it", async () => {
    const clientId = await another("SECRET");
    const ref = { system: "psa", id: "1001" };
    await on.done("technician", "createTicket", { clientId, subject: "Their secret", externalRef: ref });
    const seen = await on.act("monitoring", "createTicket", ask({ externalRef: ref }));
    expect(seen).toMatchObject({ current: null, userErrors: [{ code: "ALREADY_EXISTS", field: "externalRef" }] });
    const partner = await on.act("partner", "createTicket", ask({ externalRef: ref }));
    expect(partner.current.subject, "the partner of both may see it").toBe("Their secret");
  });

  test.each([
    ["requester", "assigneeId"],
    ["partner", "assigneeId"],
    ["monitoring", "teamId"],
    ["requester", "externalRef"],
  ] as const)("a %s is refused %s, and no ticket is made", async (who, field) => {
    const value = {
      assigneeId: toGlobalId("Technician", desk.cast.technician.id),
      teamId: toGlobalId("Team", desk.cast.technician.id),
      externalRef: { system: "x", id: "1" },
    }[field];
    const { ticket, userErrors } = await on.act(who, "createTicket", ask({ [field]: value }));
    expect(ticket).toBeNull();
    expect(userErrors).toMatchObject([{ code: "STAFF_ONLY", field }]);
  });

  test("two systems that open one incident at once get one ticket", async () => {
    const make = () => on.act("partner", "createTicket", ask({ externalRef: { system: "psa", id: "twice" } }));
    const answers = await Promise.all([make(), make(), make(), make()]);
    const numbers = new Set(answers.map((a) => (a.ticket ?? a.current).number));
    expect(numbers.size).toBe(1);
    expect(answers.filter((a) => a.ticket !== null)).toHaveLength(1);
  });
});

describe("what is the desk's own affair", () => {
  test("a step's note is read by staff and partners, not by the requester", async () => {
    const { id } = await on.open();
    await on.done("technician", "takeTicket", { ticketId: id });
    await on.done("technician", "completeStep", { ticketId: id, step: "IDENTIFY_CAUSE", note: "They pulled the plug" });
    const first = async (who: "requester" | "technician" | "partner") =>
      (await on.look(id, "steps { done note by }", who)).steps[0];
    expect(await first("technician")).toMatchObject({
      done: true,
      note: "They pulled the plug",
      by: "Tess Technician",
    });
    expect(await first("partner")).toMatchObject({ note: "They pulled the plug" });
    expect(await first("requester")).toEqual({ done: true, note: null, by: null });
  });

  test("a promise it made to itself is in nobody else's story, and answers nobody else's filter", async () => {
    const { id } = await on.open();
    await on.done("technician", "reply", { ticketId: id, body: "We are on it." });
    await desk.travel("2026-12-07T15:00:00Z");
    expect(await on.story(id)).toContainEqual(expect.objectContaining({ kind: "CLOCK", body: null }));
    expect((await on.story(id, "partner")).filter((line: { kind: string }) => line.kind === "CLOCK")).toEqual([]);
    const missed = async (who: "manager" | "requester") =>
      (
        await on.ask(
          who,
          "{ tickets(first: 50, filter: { clock: { metric: { eq: RESOLUTION } } }) { totalCount { value } } }",
        )
      ).tickets.totalCount.value;
    expect(await missed("manager")).toBeGreaterThan(0);
    expect(await missed("requester")).toBe(0);
  });

  test("a requester looks up their own client and no other", async () => {
    const other = await another("OTHER");
    const look = async (id: string) =>
      (await on.ask("requester", "query($id: ID!) { node(id: $id) { ... on Client { name } } }", { id })).node;
    expect(await look(desk.clientId)).toEqual({ name: "First client" });
    expect(await look(other)).toBeNull();
  });
});

describe("texts", () => {
  test("a reason that is too long is refused with its field", async () => {
    const { id } = await on.open();
    const { userErrors } = await on.act("manager", "setPriority", {
      ticketId: id,
      priority: "URGENT",
      reason: "x".repeat(256),
    });
    expect(userErrors).toMatchObject([{ code: "INVALID", field: "reason" }]);
  });

  test("a name that no column can hold is the client's fault, in a sentence", async () => {
    const create = (name: string) =>
      desk.gql("manager", "mutation($i: CreateTeamInput!) { createTeam(input: $i) { team { id } } }", { i: { name } });
    const { errors } = await create("x".repeat(300));
    expect(errors?.[0]).toMatchObject({ message: /255/, extensions: { code: "BAD_USER_INPUT" } });
    expect((await create("a\u0000b")).errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
  });
});
