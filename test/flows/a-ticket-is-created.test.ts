import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" }); // Monday 10:00 in New York
});
afterAll(() => desk.close());

const create = `mutation($input: CreateTicketInput!) { createTicket(input: $input) {
  ticket { id number status priority { code } coverage { outcome } slaClock(metric: FIRST_RESPONSE) { dueAt state standing } }
  userErrors { code field message } } }`;

describe("a ticket is created", () => {
  test("all users without a workaround is urgent: response within one operating hour", async () => {
    const input = { clientId: desk.clientId, subject: "Nobody can sign in", affected: "ALL", workaround: false };
    const { data } = await desk.gql("requester", create, { input });
    expect(data.createTicket).toMatchObject({
      ticket: {
        status: "NEW",
        priority: { code: "URGENT" },
        slaClock: { dueAt: "2026-11-30T16:00:00Z", state: "RUNNING" },
      },
      userErrors: [],
    });
  });

  test("anything else is standard: the same time on the next operating day", async () => {
    const input = { clientId: desk.clientId, subject: "Second screen flickers", affected: "ONE" };
    const { data } = await desk.gql("requester", create, { input });
    expect(data.createTicket.ticket).toMatchObject({
      priority: { code: "STANDARD" },
      slaClock: { dueAt: "2026-12-01T15:00:00Z" },
    });
  });

  test("an empty subject is refused with the field, and nothing is kept", async () => {
    const count = "{ tickets(first: 1) { totalCount { value } } }";
    const before = (await desk.gql("manager", count)).data.tickets.totalCount.value;
    const { data } = await desk.gql("requester", create, { input: { clientId: desk.clientId, subject: "  " } });
    expect(data.createTicket).toMatchObject({ ticket: null, userErrors: [{ code: "INVALID", field: "subject" }] });
    expect((await desk.gql("manager", count)).data.tickets.totalCount.value).toBe(before);
  });

  test("another partner's client answers exactly as an unknown one", async () => {
    const as = (clientId: string) => desk.gql("otherPartner", create, { input: { clientId, subject: "Printer" } });
    const [foreign, unknown] = await Promise.all([as(desk.clientId), as("cli_00000000000000000000000000000000")]);
    expect(foreign).toEqual(unknown);
    expect(foreign.data.createTicket.userErrors[0].code).toBe("NOT_FOUND");
  });

  test("without a token nothing is answered but who to be", async () => {
    const response = await fetch(desk.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ viewer { name } }" }),
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
  });
});
