import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ worker: false });
  const { data } = await desk.gql(
    "requester",
    "mutation($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id } } }",
    { input: { clientId: desk.clientId, subject: "Nobody can sign in", affected: "ALL" } },
  );
  ticketId = data.createTicket.ticket.id;
});
afterAll(() => desk.close());

let ticketId: string;
const page = "{ edges { cursor } pageInfo { hasNextPage } }";
const report = `slaReport(input: { from: "2026-11-01", until: "2026-12-01" })`;
const lists: readonly [name: string, query: (cursor: string) => string][] = [
  ["tickets by age", (c) => `{ tickets(first: 5, after: "${c}") ${page} }`],
  ["tickets by age, from the end", (c) => `{ tickets(last: 5, before: "${c}") ${page} }`],
  ["tickets by change", (c) => `{ tickets(first: 5, after: "${c}", orderBy: UPDATED_ASC) ${page} }`],
  ["clients", (c) => `{ clients(first: 5, after: "${c}") ${page} }`],
  ["a ticket's timeline", (c) => `{ ticket(id: "${ticketId}") { timeline(first: 5, after: "${c}") ${page} } }`],
  ["the queue", (c) => `{ queue { entries(first: 5, after: "${c}") ${page} } }`],
  ["breaches", (c) => `{ ${report} { breaches(first: 5, after: "${c}") ${page} } }`],
];
const uuid = "0192f0c4-7a10-7d35-8f6e-2b9a4c1d0e5f";
const cursorOf = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString("base64url");
const strange: readonly [what: string, cursor: string][] = [
  ["nothing", ""],
  ["some text", "page-2"],
  ["a list of lists", cursorOf([1], ["x"])],
  ["an instant that no calendar has", cursorOf(1e15, uuid)],
  ["a name with a NUL in it", cursorOf("a\0b", uuid)],
  ["an id that is none", cursorOf(1, "7")],
];

describe("a cursor that is not from this list is the caller's mistake, not ours", () => {
  test.each(lists)("%s", async (_, query) => {
    for (const [what, cursor] of strange) {
      const { errors } = await desk.gql("manager", query(cursor));
      expect(
        errors?.map((e) => e.extensions["code"]),
        what,
      ).toEqual(["BAD_USER_INPUT"]);
    }
  });

  test("one list's cursor is not taken for another's", async () => {
    const { data } = await desk.gql("manager", `{ clients(first: 1) ${page} tickets(first: 1) ${page} }`);
    const [ofClients, ofTickets] = [data.clients.edges[0].cursor, data.tickets.edges[0].cursor];
    for (const query of [
      `{ tickets(first: 1, after: "${ofClients}") ${page} }`,
      `{ clients(first: 1, after: "${ofTickets}") ${page} }`,
    ])
      expect((await desk.gql("manager", query)).errors?.[0]?.message).toBe("This cursor is not from this list.");
  });
});

describe("how much may be asked for", () => {
  test.each(["first: 0", "first: -1", "first: 101", "last: 101", "first: 5, last: 5", "after: null"])(
    "tickets(%s) is refused",
    async (args) => {
      const { errors } = await desk.gql("manager", `{ tickets(${args}) ${page} }`);
      expect(errors?.[0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT" } });
    },
  );
});
