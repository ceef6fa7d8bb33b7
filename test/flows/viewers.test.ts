import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { permissions } from "../../api/people/permissions.ts";
import { anyDocuments } from "../support/any-document.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
});
afterAll(() => desk.close());

const kinds = {
  TECHNICIAN: "technician",
  MANAGER: "manager",
  PARTNER: "partner",
  REQUESTER: "requester",
  WALL: "wall",
  MONITORING: "monitoring",
} as const;
type Kind = keyof typeof kinds;
const create = `mutation($input: CreateTicketInput!) { createTicket(input: $input) {
  ticket { id number accepts } userErrors { code message } } }`;
const open = async (who: (typeof kinds)[Kind], subject: string) => {
  const { data } = await desk.gql(who, create, { input: { clientId: desk.clientId, subject, affected: "ONE" } });
  expect(data.createTicket.userErrors).toEqual([]);
  return data.createTicket.ticket as { id: string; number: number; accepts: string[] };
};

describe("who may use what", () => {
  test("every operation answers FORBIDDEN to each kind of viewer that has no right to it, and nobody else", async () => {
    let refused = 0;
    const documents = await anyDocuments(desk);
    desk.trust(...documents.map(({ text }) => text));
    for (const { field, text } of documents)
      for (const [kind, who] of Object.entries(kinds) as [Kind, (typeof kinds)[Kind]][]) {
        const { data, errors } = await desk.gql(who, text);
        const code = errors?.[0]?.extensions["code"];
        const allowed = permissions[field]?.viewers.includes(kind);
        if (allowed) expect(code, `${field} as ${kind}`).not.toBe("FORBIDDEN");
        else {
          expect(code, `${field} as ${kind}`).toBe("FORBIDDEN");
          expect(
            Object.values(data ?? {}).every((v) => v === null),
            `${field} as ${kind} tells nothing`,
          ).toBe(true);
          refused += 1;
        }
      }
    expect(refused).toBeGreaterThan(80);
  });

  test("a ticket offers each viewer what it may do, and only what would do something", async () => {
    const { id } = await open("requester", "Mouse wanders");
    const accepts = async (who: (typeof kinds)[Kind]) =>
      (await desk.gql(who, "query($id: ID!) { node(id: $id) { ... on Ticket { accepts } } }", { id })).data.node
        .accepts;
    expect(await accepts("requester")).toEqual(["REPLY", "CANCEL", "STATE_FACTS"]);
    expect(await accepts("partner")).toEqual(["REPLY", "NOTE", "CANCEL", "STATE_FACTS"]);
    expect(await accepts("technician")).toEqual(expect.arrayContaining(["TAKE", "ASSIGN", "RESOLVE", "START_SESSION"]));
    await desk.gql(
      "technician",
      "mutation($id: ID!) { takeTicket(input: { ticketId: $id }) { userErrors { code } } }",
      { id },
    );
    expect(await accepts("technician")).not.toContain("TAKE");
  });
});

describe("what each sees", () => {
  const list = "{ tickets(first: 100) { totalCount { value } edges { node { number } } } }";
  const numbers = async (who: Parameters<TestDesk["gql"]>[0]) =>
    (await desk.gql(who, list)).data.tickets.edges.map((e: { node: { number: number } }) => e.node.number) as number[];

  test("a ticket is seen by its partner, its client's people and the desk, and by no other partner", async () => {
    const { number } = await open("requester", "Calendar is empty");
    for (const who of ["technician", "manager", "partner", "requester", "monitoring"] as const)
      expect(await numbers(who), who).toContain(number);
    expect(await numbers("otherPartner")).not.toContain(number);
  });

  test("a foreign ticket answers exactly as one that does not exist, to a read and to a verb", async () => {
    const { id } = await open("requester", "Screen is dark");
    const [foreign, unknown] = [id, `tkt_${"0".repeat(32)}`];
    const node = (of: string) =>
      desk.gql("otherPartner", "query($id: ID!) { node(id: $id) { __typename } }", { id: of });
    expect(await node(foreign)).toEqual(await node(unknown));
    const reply = (ticketId: string) =>
      desk.gql(
        "otherPartner",
        "mutation($input: ReplyInput!) { reply(input: $input) { ticket { id } current { id } userErrors { code message } } }",
        { input: { ticketId, body: "Hello?" } },
      );
    expect(await reply(foreign)).toEqual(await reply(unknown));
    expect((await reply(foreign)).data.reply.userErrors[0].code).toBe("NOT_FOUND");
  });

  test("internal notes and internal promises stay in the house", async () => {
    const { id } = await open("requester", "Mail is slow");
    const note = "mutation($input: AddNoteInput!) { addNote(input: $input) { userErrors { message } } }";
    await desk.gql("technician", note, { input: { ticketId: id, body: "Same cable as last week" } });
    const look = async (who: "requester" | "technician") =>
      (
        await desk.gql(
          who,
          `query($id: ID!) { node(id: $id) { ... on Ticket { slaClocks { commitment }
             timeline(first: 50) { edges { node { kind body } } } } } }`,
          { id },
        )
      ).data.node as { slaClocks: { commitment: string }[]; timeline: { edges: { node: { body: string | null } }[] } };
    const [theirs, ours] = [await look("requester"), await look("technician")];
    expect(JSON.stringify(theirs)).not.toContain("Same cable");
    expect(JSON.stringify(ours)).toContain("Same cable");
    expect(new Set(theirs.slaClocks.map((c) => c.commitment))).toEqual(new Set(["CONTRACTUAL"]));
    expect(new Set(ours.slaClocks.map((c) => c.commitment))).toEqual(new Set(["CONTRACTUAL", "INTERNAL"]));
  });
});
