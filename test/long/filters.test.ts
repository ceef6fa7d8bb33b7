import "../../api/app/graphql-schema.ts"; // brings what decorators need
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { toGlobalId } from "../../api/platform/global-id.ts";
import type { Viewer } from "../../api/platform/viewer.ts";
import { countTickets, listTickets, type TicketOrder } from "../../api/tickets/list-tickets.sql.ts";
import { filterFields } from "../../api/tickets/ticket-filter.sql.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { manyTickets } from "../support/many-tickets.ts";

const TICKETS = 100_000;
let desk: TestDesk;
let staff: pg.Client;
let scoped: pg.Client;
beforeAll(async () => {
  desk = await startDesk({ worker: false });
  await manyTickets(desk, inject("adminUrl"), TICKETS);
  [staff, scoped] = [new pg.Client(desk.urls.staff), new pg.Client(desk.urls.scoped)];
  for (const client of [staff, scoped]) await client.connect();
  await scoped.query("select set_config('app.partner', $1, false)", [desk.cast.partner.id]);
}, 300_000);
afterAll(async () => {
  for (const client of [staff, scoped]) await client?.end();
  await desk?.close();
});

const someone = {
  id: "test",
  name: "Test",
  partnerId: null,
  clientId: null,
  contactId: null,
  technicianId: null,
  lead: false,
  scopes: null,
  keyId: null,
};
const viewers = (): { [who in "staff" | "partner" | "requester"]: Viewer } => {
  const { partner, client, requester } = desk.cast;
  const of = { partnerId: partner.id, clientId: client.id };
  return {
    staff: { ...someone, kind: "MANAGER" },
    partner: { ...someone, kind: "PARTNER", partnerId: partner.id },
    requester: { ...someone, kind: "REQUESTER", ...of, contactId: requester.id },
  };
};
const day = Date.parse("2025-06-01T00:00:00Z") / 1000;
const week = { gte: day, lt: day + 7 * 86_400 };

/** A condition that is true of few tickets, for each field of the filter. */
const filters = (): { [field: string]: object | string } => ({
  id: { in: [toGlobalId("Ticket", desk.cast.client.id)] },
  number: { eq: 1_050_001 },
  status: { in: ["NEW", "OPEN"] },
  waitingOn: { eq: "PARTS" },
  client: { eq: toGlobalId("Client", desk.cast.client.id) },
  requester: { eq: toGlobalId("Contact", desk.cast.requester.id) },
  device: { eq: toGlobalId("Device", desk.cast.client.id) },
  assignee: { eq: toGlobalId("Technician", desk.cast.technician.id) },
  team: { isNull: false },
  priority: { eq: "URGENT" },
  channel: { eq: "EMAIL" },
  affected: { eq: "ALL" },
  workaround: { eq: true },
  coverage: { eq: "EXCLUDED" },
  createdAt: week,
  updatedAt: week,
  resolvedAt: week,
  closedAt: week,
  subject: { contains: "99321" },
  clock: { metric: { eq: "FIRST_RESPONSE" }, verdict: { eq: "MISSED" } },
  externalRef: { system: { eq: "psa" }, id: { eq: "1050001" } },
  search: "#1050001",
});

/** Fields that no index serves, and why none does; within a partner or a person they narrow what another index found. */
const WITHOUT_INDEX: { readonly [field: string]: string } = {
  waitingOn: "few wait: filtered with `status` it reads what is active",
  device: "a client's tickets are found by `client`, which goes with it",
  priority: "a handful of words: half of an index would be read for any of them",
  channel: "a handful of words",
  affected: "three words",
  workaround: "yes or no",
  coverage: "four words",
  resolvedAt: "few ask; `updatedAt` bounds it",
  closedAt: "few ask; `updatedAt` bounds it",
  subject: "a part of a text: row security forbids an index that compares texts by parts (it might leak), see `search`",
  search: "the same, for people who look once",
};

type Plan = { "Node Type": string; "Index Name"?: string; "Relation Name"?: string; Plans?: Plan[] };
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
async function explain(who: "staff" | "partner" | "requester", query: { text: string; values: unknown[] }) {
  const client = who === "staff" ? staff : scoped;
  const { rows } = await client.query(`explain (analyze, format json) ${query.text}`, query.values);
  const [{ Plan: plan, "Execution Time": ms }] = rows[0]["QUERY PLAN"] as [{ Plan: Plan; "Execution Time": number }];
  const all = nodes(plan);
  const on = (table: string) => all.filter((n) => n["Relation Name"] === table || n["Index Name"]?.startsWith(table));
  const whole = all.some((n) => n["Node Type"] === "Seq Scan" && n["Relation Name"] === "ticket");
  return {
    ms,
    whole,
    indexes: [...on("ticket"), ...on("sla_clock"), ...on("external_ref")].map((n) => n["Index Name"] ?? n["Node Type"]),
  };
}
const told: string[] = [];

describe.each(["staff", "partner", "requester"] as const)(
  `among ${TICKETS.toLocaleString("en")} tickets, as %s`,
  (who) => {
    test("every field of the filter has its condition here", () => {
      expect(Object.keys(filters()).sort()).toEqual(Object.keys(filterFields(viewers()[who])).sort());
    });

    test("every filter runs on an index, or says why not", async () => {
      const whole: string[] = [];
      for (const [field, condition] of Object.entries(filters())) {
        const query = listTickets(viewers()[who], { [field]: condition }, "CREATED_DESC", { first: 50 });
        const found = await explain(who, query);
        told.push(`${who} ${field}: ${found.ms.toFixed(2)} ms ${[...new Set(found.indexes)].join(", ")}`);
        if (found.whole) whole.push(field);
      }
      console.log(told.splice(0).join("\n"));
      expect(whole.filter((field) => !(field in WITHOUT_INDEX))).toEqual([]);
    });

    test.each<TicketOrder>(["CREATED_ASC", "CREATED_DESC", "UPDATED_ASC", "UPDATED_DESC"])(
      "a page deep in %s is read off its index, without sorting all",
      async (order) => {
        const first = listTickets(viewers()[who], {}, order, { first: 50 });
        const found = await explain(who, first);
        console.log(`${who} ${order}: ${found.ms.toFixed(2)} ms ${found.indexes.join(", ")}`);
        expect(found.whole).toBe(false);
      },
    );

    test("counting stops one after 10,000", async () => {
      const found = await explain(who, countTickets(viewers()[who], {}));
      console.log(`${who} count: ${found.ms.toFixed(2)} ms ${found.indexes.join(", ")}`);
    });
  },
);
