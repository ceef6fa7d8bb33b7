import { afterAll, beforeAll, expect, test } from "vitest";
import { BUDGETS } from "../../api/partners/limits/constants.ts";
import * as operations from "../../schema/sdk/generated/operations.ts";
import { createDesk, type Desk, RateLimited } from "../../schema/sdk/index.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let partner: Desk;
beforeAll(async () => {
  desk = await startDesk({ budgets: BUDGETS });
  partner = createDesk({ url: desk.url, token: desk.tokens.partner });
});
afterAll(() => desk.close());

test("each ready list may be asked for by whole pages, and the feed followed, within what one request may cost", async () => {
  const { id } = await verbsOn(desk).open();
  const { operationCost } = await partner.apiLimits();
  const asked = { first: 100, ticketId: id, endpointId: id, after: null };
  const lists = [operations.tickets, operations.timeline, operations.clients, operations.changePage];
  const webhooks = [operations.webhookEndpoints, operations.webhookDeliveries, operations.apiKeys];
  const costs: { [name: string]: number } = {};
  for (const document of [...lists, ...webhooks]) {
    const { extensions, errors } = await partner.execute(String(document), { ...asked, ended: true });
    expect(errors).toEqual([]);
    costs[/query (\w+)/.exec(document)?.[1] ?? ""] = extensions.cost?.requested ?? 0;
  }
  expect(Math.max(...Object.values(costs))).toBeLessThan(operationCost);
  for await (const { ticketId } of partner.changes({ after: "0" })) if (ticketId === id) break;
  const live = partner.changes();
  const next = live.next();
  await expect.poll(async () => (await verbsOn(desk).open()).id && Promise.race([next, null])).not.toBeNull();
  await live.return();
});

test("eighty calls at once are more than the desk takes at once: each waits as it is told to, and all are done", async () => {
  const subjects = Array.from({ length: 80 }, (_, n) => `At once ${n}`);
  await Promise.all(subjects.map((subject) => partner.createTicket({ clientId: desk.clientId, subject })));
  const made: string[] = [];
  for await (const { subject } of partner.tickets({ filter: { subject: { contains: "At once" } } })) made.push(subject);
  expect(made.toSorted()).toEqual(subjects.toSorted());
});

test("a client without patience is told how long to wait", async () => {
  const hasty = createDesk({ url: desk.url, token: desk.tokens.partner, patience: { tries: 1 } });
  const all = await Promise.allSettled(Array.from({ length: 80 }, () => hasty.viewer()));
  const refused = all.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  for (const error of refused) expect(error).toBeInstanceOf(RateLimited);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0].retryAfterSeconds).toBeGreaterThan(0);
});
