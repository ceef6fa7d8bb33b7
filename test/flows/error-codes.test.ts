import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUDGETS } from "../../api/partners/limits/constants.ts";
import { CODES } from "../../api/platform/failures.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { post } from "../support/post.ts";
import { roomy } from "../support/serve-desk.ts";
import { operate } from "../support/socket.ts";

type Code = (typeof CODES)[number];
let desk: TestDesk;
let owner: pg.Client;
beforeAll(async () => {
  process.env["TEST_LOG"] ??= "silent"; // faults are made here on purpose, and would be told
  const budgets = { ...roomy, operationCost: BUDGETS.operationCost, source: { maximum: 10, restorePerSecond: 0.01 } };
  desk = await startDesk({ worker: false, budgets });
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await desk?.close();
});

const CREATE =
  "mutation($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id } userErrors { code } } }";
const create = (subject: string, key: string) =>
  post(
    desk,
    "partner",
    { query: CREATE, variables: { input: { clientId: desk.clientId, subject } } },
    { "idempotency-key": key },
  );
const codesOf = ({ errors }: { errors?: { extensions: Record<string, unknown> }[] | undefined }) =>
  (errors ?? []).map((error) => error.extensions["code"]);
/** A fault of the database while a verb runs, as it would come from there. */
async function failing<T>(state: string, act: () => Promise<T>): Promise<T> {
  await owner.query(`create function fail_here() returns trigger language plpgsql as
    $$ begin raise exception 'made to fail' using errcode = '${state}'; end $$`);
  await owner.query("create trigger fail before insert on ticket for each row execute function fail_here()");
  try {
    return await act();
  } finally {
    await owner.query("drop function fail_here() cascade");
  }
}

/** How each code is reached by somebody who means no harm. */
const ways: { readonly [code in Code]?: () => Promise<{ errors?: any[] | undefined }> } = {
  UNAUTHENTICATED: () =>
    post({ ...desk, tokens: { ...desk.tokens, partner: "nobody's" } }, "partner", { query: "{ viewer { name } }" }),
  FORBIDDEN: () => post(desk, "partner", { query: "mutation { takeNext(input: {}) { userErrors { code } } }" }),
  NOT_FOUND: () => operate(desk, "partner", { query: 'subscription { ticket(id: "tkt_1") { id } }' }),
  IDEMPOTENCY_MISMATCH: async () => {
    await create("One", "used-before");
    return create("Another", "used-before");
  },
  CONFLICT: () => failing("40001", () => create("Loses its tries", "loses")),
  BAD_USER_INPUT: () => post(desk, "partner", { query: "{ tickets { edges { cursor } } }" }),
  INTERNAL_SERVER_ERROR: () => failing("XX000", () => create("Fails on our side", "fails")),
  GRAPHQL_PARSE_FAILED: () => post(desk, "partner", { query: "{ viewer {" }),
  GRAPHQL_VALIDATION_FAILED: () => post(desk, "partner", { query: "{ viewer { nickname } }" }),
  OPERATION_RESOLUTION_FAILURE: () =>
    post(desk, "partner", { query: "query A { viewer { name } } query B { viewer { name } }", operationName: "C" }),
  BAD_REQUEST: () => post(desk, "partner", {} as never),
  RATE_LIMITED: async () => {
    const ask = () => post(desk, "monitoring", { query: "{ viewer { name } }" });
    let answer = await ask();
    for (let i = 0; i < 10 && !answer.errors; i += 1) answer = await ask();
    return answer;
  },
  COST_EXCEEDED: () =>
    post(desk, "partner", {
      query: "{ tickets(first: 100) { edges { node { timeline(first: 100) { edges { node { body } } } } } } }",
    }),
  PERSISTED_QUERY_NOT_FOUND: () =>
    post(desk, "partner", { extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } } as never),
  CURSOR_EXPIRED: async () => {
    await create("Long ago", "long-ago");
    await desk.travel("2027-01-15T15:00:00Z");
    return post(desk, "partner", { query: '{ changes(after: "0", first: 1) { to } }' });
  },
};
/** Codes that are reached in tests of what they are about. */
const ELSEWHERE: { readonly [code in Code]?: string } = {
  PERSISTED_QUERY_NOT_SUPPORTED: "is answered by a desk that takes trusted documents only",
};

describe("the list of top-level codes is closed", () => {
  test("each code is reached, here or where it belongs", () => {
    expect([...Object.keys(ways), ...Object.keys(ELSEWHERE)].sort()).toEqual([...CODES].sort());
  });

  test.each(Object.keys(ways) as Code[])("%s is reached, alone", async (code) => {
    const answer = await (ways[code] as NonNullable<(typeof ways)[Code]>)();
    expect(codesOf(answer)).toEqual([code]);
  });

  test("a fault of ours says nothing of itself but the request's id", async () => {
    const answer = await failing("XX000", () => create("Fails again", "fails-again"));
    expect(answer.text).not.toMatch(/made to fail|fail_here|XX000/);
    expect(answer.errors?.[0]?.extensions).toEqual({
      code: "INTERNAL_SERVER_ERROR",
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test("a transaction that lost its tries changed nothing, and may be sent again", async () => {
    const again = await create("Loses its tries", "loses");
    expect(again.data.createTicket.ticket).not.toBeNull();
    expect(again.headers.get("idempotent-replayed")).toBeNull();
  });
});
