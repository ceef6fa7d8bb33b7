import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { technologyKinds, workKinds } from "../../api/core/coverage-policy/facts.ts";
import { setUpOf, swift } from "../support/agreements.ts";
import { DECISION } from "../support/coverage.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";

const REQUESTS = 1_000;
const AT_ONCE = 4;
const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000_000);

let desk: TestDesk;
let clients: string[];
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-23T14:00:00Z", worker: false });
  const { act } = setUpOf(desk);
  const client = async (name: string, more: object) =>
    (
      await act("manager", "createClient", "client { id contract { id } }", {
        name,
        code: name.toUpperCase(),
        timeZone: "America/New_York",
        planCode: "standard",
        calendarCode: "provider",
        contractFrom: "2026-01-01",
        ...more,
      })
    ).client;
  const later = await client("later", { contractFrom: "2027-03-01" });
  const ready = await client("ready", {});
  const asleep = await client("asleep", { timeZone: "Asia/Tokyo" });
  for (const kind of ["IMMEDIATE", "AFTER_HOURS"])
    await act("manager", "setAddOn", "contract { id }", { contractId: ready.contract.id, kind });
  const own = {
    ...swift,
    clauses: [
      { code: "printer", outcome: "EXCLUDED", title: "No printers at all" },
      {
        code: "old-mac",
        outcome: "LIMITED",
        title: "Macs of long ago",
        when: {
          all: [
            { fact: "product", in: ["macOS"] },
            { fact: "version", olderThan: "15" },
          ],
        },
        nextStep: "BOOK_APPOINTMENT",
        advice: "Book an appointment.",
      },
      {
        code: "short-work",
        outcome: "LIMITED",
        title: "Short work at once",
        when: {
          any: [
            { fact: "estimatedMinutes", below: 10 },
            { fact: "immediate", is: true },
          ],
        },
        nextStep: "REQUEST_QUOTE",
        advice: "Ask for a quote.",
      },
    ],
  };
  await act("manager", "publishPlan", "plan { version }", own);
  const odd = await client("odd", { planCode: "swift" });
  clients = [desk.clientId, later.id, ready.id, asleep.id, odd.id];
}, 60_000);
afterAll(() => desk?.close());

const maybe = <T>(...values: readonly T[]) => fc.constantFrom(undefined, ...values);
const flag = maybe(true, false);
const technology = fc.record(
  {
    kind: fc.constantFrom(...technologyKinds),
    product: fc.constantFrom("macOS", "Windows", "Windows 10", "iOS", "Microsoft Office", "LaserJet 400", "Sage 50"),
    version: fc.constantFrom("7", "10.6", "14", "11 25H2", "2016", "26", "current", "Sequoia", "no idea"),
  },
  { requiredKeys: ["kind"] },
);
const anyRequest = fc.record({
  client: fc.nat({ max: 4 }),
  affected: maybe("ONE", "SEVERAL", "ALL"),
  workaround: flag,
  facts: fc.record({
    kindOfWork: maybe(...workKinds),
    technology: fc.option(technology, { nil: undefined }),
    estimatedMinutes: maybe(1, 5, 30, 31, 240),
    remotePossible: flag,
    licensed: flag,
    illegal: maybe(false, false, true),
    warrantyRisk: maybe(false, false, true),
    immediate: flag,
    highSpeed: flag,
    advancedProductProblem: maybe(false, false, true),
  }),
});

const PREVIEW = `query($input: CreateTicketInput!) { ticketPreview(input: $input) {
  priority { code } dueAt coverage { ${DECISION} planVersion } } }`;
const CREATE = `mutation($input: CreateTicketInput!) { createTicket(input: $input) { userErrors { message } ticket {
  priority { code } slaClock(metric: FIRST_RESPONSE) { dueAt } coverage { ${DECISION} planVersion } } } }`;

test(`what is previewed is what is created, on ${REQUESTS} requests`, async () => {
  console.log(`seed ${seed}`);
  const requests = fc.sample(anyRequest, { numRuns: REQUESTS, seed });
  const met = new Map<string, number>();
  const one = async ({ client, ...rest }: (typeof requests)[number], n: number) => {
    const input = { clientId: clients[client], subject: `Request ${n}`, ...rest };
    const said = await desk.gql("technician", PREVIEW, { input });
    const made = await desk.gql("technician", CREATE, { input });
    expect([said.errors, made.errors, made.data.createTicket.userErrors], JSON.stringify(input)).toEqual([
      undefined,
      undefined,
      [],
    ]);
    const { slaClock, ...ticket } = made.data.createTicket.ticket;
    expect({ ...ticket, dueAt: slaClock.dueAt }, JSON.stringify(input)).toEqual(said.data.ticketPreview);
    const { clause, outcome } = ticket.coverage;
    const key = clause?.code ?? outcome;
    met.set(key, (met.get(key) ?? 0) + 1);
  };
  // the week goes by meanwhile: opening hours, evenings, a weekend and a holiday
  for (let n = 0; n < REQUESTS; n += 50) {
    await desk.travel(new Date(Date.UTC(2026, 10, 23, 14) + (n / 50) * 7 * 3_600_000 + n * 1_000).toISOString());
    const batch = requests.slice(n, n + 50);
    for (let i = 0; i < batch.length; i += AT_ONCE)
      await Promise.all(batch.slice(i, i + AT_ONCE).map((request, k) => one(request, n + i + k)));
  }
  console.log(Object.fromEntries([...met].sort((a, b) => b[1] - a[1])));
  expect([...met.keys()]).toEqual(
    expect.arrayContaining(["COVERED", "NEEDS_INFORMATION", "short-work", "no-contract"]),
  );
  expect(met.size).toBeGreaterThan(12);
}, 120_000);
