import { afterAll, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";

const desks: TestDesk[] = [];
afterAll(() => Promise.all(desks.map((desk) => desk.close())));

/** The addresses that a desk records for sign-ins that it refuses, the newest first. */
async function recorded(trustProxy: readonly string[], ...forwarded: readonly string[]): Promise<string[]> {
  const desk = await startDesk({ worker: false, server: { trustProxy } });
  desks.push(desk);
  for (const header of forwarded)
    await fetch(`${desk.origin}/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": header },
      body: JSON.stringify({ email: "ada@desk.example", password: "not the password" }),
    });
  const { data } = await desk.gql(
    "manager",
    "{ auditEntries(first: 9, filter: { actions: [SIGN_IN_REFUSED] }) { edges { node { address } } } }",
  );
  return data.auditEntries.edges.map((edge: { node: { address: string } }) => edge.node.address).toReversed();
}

test("behind a proxy that is named, people are told apart by what it says, and by nothing that they say themselves", async () => {
  expect(await recorded(["127.0.0.1"], "203.0.113.7", "198.51.100.1, 203.0.113.8")).toEqual([
    "203.0.113.7",
    "203.0.113.8",
  ]);
});

test("where none is named, a header that anybody can write changes nothing", async () => {
  expect(await recorded([], "203.0.113.7")).toEqual(["127.0.0.1"]);
});
