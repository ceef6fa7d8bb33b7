import { afterAll, beforeAll, expect, test } from "vitest";
import { clientOfOther } from "../support/busy-desk.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { changesOf, walk } from "../support/feed.ts";
import { verbsOn, type Who } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
beforeAll(async () => {
  desk = await startDesk();
  on = verbsOn(desk);
});
afterAll(() => desk.close());

const set = (who: Who, ticketId: string, system: string, id: string) =>
  on.act(who, "setExternalRef", { ticketId, system, id });
const refs = (id: string, who: Who = "partner") => on.look(id, "externalRefs { system id } version", who);

test("a ticket is called by one name in each system; another name takes its place, and the feed tells", async () => {
  const { id } = await on.open();
  const { to } = await changesOf(desk, "partner");
  await set("partner", id, "psa", "4711");
  await set("partner", id, "rmm", "a");
  await set("technician", id, "psa", "4712");
  await on.done("partner", "removeExternalRef", { ticketId: id, system: "rmm" });
  expect(await refs(id)).toEqual({ externalRefs: [{ system: "psa", id: "4712" }], version: 5 });
  const query = `query($ref: ExternalRefInput!) { ticket(externalRef: $ref) { id } }`;
  expect(await on.ask("partner", query, { ref: { system: "psa", id: "4712" } })).toEqual({ ticket: { id } });
  expect(await on.ask("partner", query, { ref: { system: "psa", id: "4711" } })).toEqual({ ticket: null });
  const { changes } = await eventually(
    () => walk(desk, "partner", { after: to, types: ["EXTERNAL_REF_SET", "EXTERNAL_REF_REMOVED"] }),
    (w) => w.changes.length === 4,
  );
  expect(changes.map((c) => [c.type, c.own, c.changed["externalRef"]])).toEqual([
    ["EXTERNAL_REF_SET", true, { system: "psa", from: null, to: "4711" }],
    ["EXTERNAL_REF_SET", true, { system: "rmm", from: null, to: "a" }],
    ["EXTERNAL_REF_SET", false, { system: "psa", from: "4711", to: "4712" }],
    ["EXTERNAL_REF_REMOVED", true, { system: "rmm", from: "a", to: null }],
  ]);
});

test("a name is one ticket's within its partner, and free again once it was taken away; another partner may use it too", async () => {
  const [a, b] = [await on.open(), await on.open()];
  await set("partner", a.id, "psa", "one");
  const taken = await set("partner", b.id, "psa", "one");
  expect(taken).toMatchObject({
    ticket: null,
    current: { id: a.id },
    userErrors: [{ code: "ALREADY_EXISTS", field: "id" }],
  });
  const theirs = await on.open({ clientId: await clientOfOther(desk) }, "manager");
  expect((await set("otherPartner", theirs.id, "psa", "one")).userErrors).toEqual([]);
  await on.done("partner", "removeExternalRef", { ticketId: a.id, system: "psa" });
  expect((await set("partner", b.id, "psa", "one")).userErrors).toEqual([]);
});

test("two tickets that are given one name at once: one has it", async () => {
  const tickets = await Promise.all([on.open(), on.open(), on.open(), on.open()]);
  const answers = await Promise.all(tickets.map(({ id }) => set("partner", id, "psa", "contested")));
  expect(answers.filter((a) => a.ticket !== null)).toHaveLength(1);
  expect(answers.flatMap((a) => a.userErrors.map((e: { code: string }) => e.code))).toEqual(
    Array(3).fill("ALREADY_EXISTS"),
  );
});

test("what cannot be done is refused with its field; a foreign ticket is unknown", async () => {
  const { id } = await on.open();
  for (const [system, name, field] of [
    [" ", "1", "system"],
    ["psa", "", "id"],
    ["x".repeat(256), "1", "system"],
  ] as const)
    expect((await set("partner", id, system, name)).userErrors).toMatchObject([{ code: "INVALID", field }]);
  expect((await set("otherPartner", id, "psa", "x1")).userErrors).toMatchObject([
    { code: "NOT_FOUND", field: "ticketId" },
  ]);
  expect((await on.act("partner", "removeExternalRef", { ticketId: id, system: "none" })).userErrors).toMatchObject([
    { code: "NOT_FOUND", field: "system" },
  ]);
  await expect(set("requester", id, "psa", "x2")).rejects.toThrow(/FORBIDDEN/);
});
