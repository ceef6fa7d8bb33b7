import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { uuidOf } from "../../api/platform/global-id.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let client: pg.Client;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  on = verbsOn(desk);
  client = new pg.Client(desk.urls.worker);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await desk.close();
});

const all = ["IDENTIFY_CAUSE", "RESOLVE", "TEST", "DOCUMENT"].map((step) => ({ step, note: "Written down" }));

describe("a ticket is", () => {
  test("resolved with a message: the log has the answer before the end", async () => {
    const { id } = await on.open();
    await on.done("technician", "resolve", { ticketId: id, message: "Fixed, please try.", steps: all });
    const { rows } = await client.query(
      "select type from (select ord as n, type, ticket_id from event_inbox union all select position, type, ticket_id from event) e where ticket_id = $1 and type in ('TicketReplied', 'TicketResolved') order by n",
      [uuidOf("Ticket", id)],
    );
    expect(rows.map((r) => r.type)).toEqual(["TicketReplied", "TicketResolved"]);
  });

  test("closed because the requester withdrew it: a reason does in place of the steps", async () => {
    const { id } = await on.open();
    const refused = await on.act("technician", "close", { ticketId: id, reason: "They found it themselves" });
    expect(refused.userErrors).toMatchObject([{ code: "STEPS_MISSING" }]);
    const closed = await on.done("technician", "close", {
      ticketId: id,
      reason: "They found it themselves",
      withdrawn: true,
    });
    expect(closed).toMatchObject({ status: "CLOSED", closeReason: "They found it themselves" });
  });
});
