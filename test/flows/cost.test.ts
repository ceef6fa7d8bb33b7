import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTrusted } from "../../api/app/http/trusted-documents.ts";
import { READ_PER_POINT, REQUEST } from "../../api/partners/cost/weights.ts";
import { BUDGETS, REFUSALS_PER_SECOND } from "../../api/partners/limits/constants.ts";
import { SHARE } from "../../api/platform/pace.ts";
import { SHAPE, SOCKETS } from "../../api/platform/shape-limits.ts";
import { askGenerated, judge } from "../support/cost-property.ts";
import { fullDesk } from "../support/full-desk.ts";
import { talk } from "../support/raw-socket.ts";

let full: Awaited<ReturnType<typeof fullDesk>>;
beforeAll(async () => {
  full = await fullDesk(60);
}, 120_000);
afterAll(() => full.desk.close());

const seed = Number(process.env["SEED"] ?? 4_711);
const ask = async (query: string, variables: object = {}, who: "partner" | "manager" = "partner") => {
  const response = await fetch(full.desk.url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${full.desk.tokens[who]}` },
    body: JSON.stringify({ query, variables }),
  });
  return {
    status: response.status,
    ...((await response.json()) as { data?: any; errors?: any[]; extensions: { cost: any } }),
  };
};
/** Of a document that the desk knows, without what every request costs. */
const costOf = async (query: string, variables?: object) => {
  await ask(query, variables);
  const { requested, actual } = (await ask(query, variables)).extensions.cost;
  return [requested - REQUEST, actual - REQUEST];
};

describe("what an operation costs", () => {
  test("is known before by its pages, and corrected by what came", async () => {
    expect(await costOf("{ __typename }")).toEqual([0, 0]);
    expect(await costOf("{ viewer { name } }")).toEqual([1, 1]);
    // one for the question, and ten tickets with their clients
    expect(await costOf("{ tickets(first: 10) { edges { node { number client { name } } } } }")).toEqual([21, 21]);
    // there are 26: what did not come is given back
    expect(await costOf("{ clients(first: 100) { edges { node { name } } } }")).toEqual([101, 27]);
    expect(await costOf("{ tickets(first: 5) { edges { node { device { name } mergedInto { number } } } } }")).toEqual([
      16, 11,
    ]);
  });

  test("follows variables, their defaults, and what is left out by a condition", async () => {
    const page =
      "query($n: Int! = 3, $with: Boolean! = false) { tickets(first: $n) { edges { node { client @include(if: $with) { name } } } } }";
    expect(await costOf(page)).toEqual([4, 4]);
    expect(await costOf(page, { n: 7 })).toEqual([8, 8]);
    expect(await costOf(page, { n: 7, with: true })).toEqual([15, 15]);
  });

  test("counts a fragment, an alias and a list in a list as what they come to", async () => {
    expect(
      await costOf(
        "{ a: tickets(first: 2) { ...T } b: tickets(last: 2) { ...T } } fragment T on TicketConnection { edges { node { number } } }",
      ),
    ).toEqual([6, 6]);
    const [requested, actual] = await costOf(
      "{ tickets(first: 4) { edges { node { timeline(first: 5) { edges { node { body } } } } } } }",
    );
    expect(requested).toBe(1 + 4 * (1 + 1 + 5));
    expect(actual).toBe(requested);
    expect(
      await costOf(
        `{ nodes(ids: ${JSON.stringify(full.known["Ticket"]?.slice(0, 3))}) { id ... on Ticket { client { name } } } }`,
      ),
    ).toEqual([6, 6]);
  });

  test("is more for an argument that makes it search, and for each plain list", async () => {
    const filtered =
      "query($f: TicketFilter) { tickets(first: 2, filter: $f) { edges { node { number steps { step } } } } }";
    expect(await costOf(filtered)).toEqual([5, 5]);
    expect(await costOf(filtered, { f: { subject: { contains: "nowhere" } } })).toEqual([55, 51]);
    expect(await costOf("{ tickets(first: 2, filter: { number: { gt: 0 } }) { edges { node { number } } } }")).toEqual([
      53, 53,
    ]);
  });

  test("is more by its length for a document that the desk has not read", async () => {
    const text = `query New { viewer { name ${"kind ".repeat(30)} } }`;
    const costs = [];
    for (let i = 0; i < 2; i += 1) costs.push((await ask(text)).extensions.cost);
    const reading = Math.floor(text.length / READ_PER_POINT);
    expect(reading).toBeGreaterThan(5);
    expect(costs).toMatchObject([
      { requested: 11 + reading, actual: 11 + reading },
      { requested: 11, actual: 11 },
    ]);
  });

  test("of a thing by its id is that of the type which the id names, whatever else might stand there", async () => {
    const node = (id: string) =>
      costOf(
        `{ node(id: "${id}") { ... on Client { name } ... on Ticket { number timeline(first: 3) { edges { node { kind } } } } } }`,
      );
    expect(await node(full.desk.clientId)).toEqual([1, 1]);
    expect(await node(full.known["Ticket"]?.[0] as string)).toEqual([5, 5]);
    expect(await node("none")).toEqual([1, 1]);
  });

  test("stands in every answer to whoever is known, also to what was refused", async () => {
    for (const query of ["{", "{ nope }", "query($id: ID!) { node(id: $id) { id } }", "{ backlog { open } }"])
      expect((await ask(query)).extensions.cost, query).toMatchObject({ throttle: { maximum: expect.any(Number) } });
  });

  test("stands in the answers on a socket too: of a query, of each message, of a refusal", async () => {
    const socket = await talk(full.desk, "manager");
    expect((await socket.run("{ viewer { name } }")).payload.extensions.cost).toMatchObject({
      requested: 11,
      actual: 11,
    });
    expect((await socket.run("{ nope }")).payload[0].extensions.cost.throttle.maximum).toBeGreaterThan(0);
    const message = await socket.run("subscription { wall { __typename } }");
    expect(message.payload.extensions.cost.requested - message.payload.extensions.cost.actual).toBe(0);
    expect(message.payload.extensions.cost.actual).toBeGreaterThanOrEqual(20);
    socket.close();
  });
});

describe("an operation over the ceiling", () => {
  const dear = "{ tickets(first: 100) { edges { node { timeline(first: 100) { edges { node { body } } } } } } }";
  test("is refused before it runs, with what it would cost", async () => {
    const { status, errors, data, extensions } = await ask(dear);
    expect([status, data]).toEqual([200, undefined]);
    expect(errors?.[0].extensions).toMatchObject({
      code: "COST_EXCEEDED",
      limit: { name: "operationCost", maximum: BUDGETS.operationCost, found: extensions.cost.requested },
    });
    expect(extensions.cost.requested).toBeGreaterThanOrEqual(10_211);
    expect(extensions.cost.actual).toBeLessThan(20);
    const socket = await talk(full.desk, "partner");
    expect((await socket.run(dear)).payload[0].extensions.code).toBe("COST_EXCEEDED");
    socket.close();
  });

  test("is none of the board's own: each document of it runs with full pages", async () => {
    const trusted = [...readTrusted(new URL("../../board/build", import.meta.url).pathname).values()];
    expect(trusted.length).toBeGreaterThan(30);
    for (const query of trusted.filter((text) => /^\s*query\b/.test(text))) {
      const { errors } = await ask(query, { first: 100, rows: 30 }, "manager");
      expect(["COST_EXCEEDED", "GRAPHQL_VALIDATION_FAILED"], query).not.toContain(errors?.[0]?.extensions.code);
    }
  });
});

test("on generated queries the charge is never more than was requested, and at least half of it in the middle", async () => {
  const { untold, dearer, ran, codes, median, p10 } = judge(await askGenerated(full, 300, seed));
  console.log(
    `seed ${seed}: ${ran} ran, charged ${median.toFixed(2)} of the requested in the median, ${p10.toFixed(2)} at the tenth`,
    codes,
  );
  expect(untold).toEqual([]);
  expect(dearer).toEqual([]);
  expect(ran).toBeGreaterThan(150);
  expect(median).toBeGreaterThanOrEqual(0.5);
  expect(codes["INTERNAL_SERVER_ERROR"]).toBeUndefined();
}, 60_000);

test("apiLimits says the very constants by which requests are judged", async () => {
  const all =
    "operationCost keyReserve { maximum restorePerSecond } atOncePerKey waitingPerKey shareWhileOthersAsk refusalsPerSecond throttle { maximum available restorePerSecond } prices { request verb list charactersReadPerPoint exceptions { field points items } } shape { name maximum } sockets { name maximum }";
  const { data } = await ask(`{ apiLimits { ${all} } }`);
  const limits = data.apiLimits;
  expect(limits).toMatchObject({
    operationCost: BUDGETS.operationCost,
    atOncePerKey: BUDGETS.atOncePerKey,
    shareWhileOthersAsk: SHARE.of,
    refusalsPerSecond: REFUSALS_PER_SECOND,
    prices: { request: REQUEST, charactersReadPerPoint: READ_PER_POINT },
  });
  expect(limits.shape).toEqual(
    expect.arrayContaining(Object.entries(SHAPE).map(([name, maximum]) => ({ name, maximum }))),
  );
  expect(limits.sockets).toEqual(Object.entries(SOCKETS).map(([name, maximum]) => ({ name, maximum })));
  expect(limits.prices.exceptions).toContainEqual({ field: "SlaReport.csv", points: 50, items: null });
  expect(limits.prices.exceptions).toContainEqual({ field: "Query.tickets(filter)", points: 50, items: null });
});
