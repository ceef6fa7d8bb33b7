import { auditServer } from "graphql-http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

test("the public audit of GraphQL over HTTP passes in full, for a partner's key", async () => {
  const asPartner: typeof fetch = (url, init) =>
    fetch(url, { ...init, headers: { ...init?.headers, authorization: `Bearer ${desk.tokens.partner}` } });
  const results = await auditServer({ url: desk.url, fetchFn: asPartner });
  expect(results.filter((r) => r.status !== "ok").map((r) => `${r.id} ${r.name}`)).toEqual([]);
  expect(results).toHaveLength(61);
});
