import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { manyTickets } from "../support/many-tickets.ts";
import { verbsOn } from "../support/verbs.ts";

const TICKETS = 10_000;
let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let owner: pg.Client;
beforeAll(async () => {
  desk = await startDesk({ worker: false });
  on = verbsOn(desk);
  await manyTickets(desk, inject("adminUrl"), TICKETS, 1);
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
}, 300_000);
afterAll(async () => {
  await owner?.end();
  await desk?.close();
});

const query = `query($after: String, $before: String, $first: Int, $last: Int, $order: TicketOrder!) {
  tickets(first: $first, last: $last, after: $after, before: $before, orderBy: $order) {
    edges { node { id } } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } }`;

/** From one end to the other, a hundred at a time: the ids in the order in which they were read. */
async function walk(order: string, backwards: boolean): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = backwards ? { last: 100, before: cursor } : { first: 100, after: cursor };
    const { tickets } = await on.ask("manager", query, { ...page, order });
    const read = tickets.edges.map((e: { node: { id: string } }) => e.node.id);
    ids.push(...(backwards ? read.reverse() : read));
    const { hasNextPage, hasPreviousPage, endCursor, startCursor } = tickets.pageInfo;
    if (!(backwards ? hasPreviousPage : hasNextPage)) return ids;
    cursor = backwards ? startCursor : endCursor;
  }
}

/** Does one thing, and does not mind being refused. */
const act = (who: "technician" | "manager", verb: string, input: object) =>
  on.ask(
    who,
    `mutation($input: ${verb[0]?.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { ticket { id } userErrors { code } } }`,
    { input },
  );

/** New tickets, notes, cancellations and merges (which set a creation back), as fast as they go. */
async function write(among: readonly string[], touched: Set<string>, isOver: () => boolean): Promise<number> {
  let n = 0;
  for (; !isOver(); n += 1) {
    const one = () => among[Math.floor(Math.random() * among.length)] as string;
    const [ticketId, intoTicketId] = [one(), one()];
    if (n % 4 === 0) await act("technician", "createTicket", { clientId: desk.clientId, subject: `Beside ${n}` });
    else {
      touched.add(ticketId);
      if (n % 4 === 1) await act("technician", "addNote", { ticketId, body: "Seen." });
      else if (n % 4 === 2) await act("manager", "cancel", { ticketId, reason: "Never mind" });
      else {
        touched.add(intoTicketId);
        await act("technician", "mergeTickets", { ticketId, intoTicketId });
      }
    }
  }
  return n;
}

const orders = ["CREATED_ASC", "CREATED_DESC", "UPDATED_ASC", "UPDATED_DESC"];
describe.each(orders.flatMap((order) => [false, true].map((backwards) => ({ order, backwards }))))(
  `a walk through ${TICKETS.toLocaleString("en")} tickets in $order (from the end: $backwards) while others write`,
  ({ order, backwards }) => {
    test("misses and repeats nothing that stood throughout", async () => {
      const { rows } = await owner.query<{ id: string; open: boolean }>(
        "select id, status not in ('CLOSED', 'CANCELLED', 'MERGED') as open from ticket",
      );
      const before = rows.map((row) => toGlobalId("Ticket", row.id));
      const workable = rows.filter((row) => row.open).map((row) => toGlobalId("Ticket", row.id));
      const touched = new Set<string>();
      let over = false;
      const writers = [write(workable, touched, () => over), write(workable, touched, () => over)];
      const read = await walk(order, backwards);
      over = true;
      const writes = (await Promise.all(writers)).reduce((a, b) => a + b);
      const times = new Map<string, number>();
      for (const id of read) times.set(id, (times.get(id) ?? 0) + 1);
      // by creation nothing ever moves; by change, what was changed meanwhile is elsewhere now
      const stood = order.startsWith("CREATED") ? before : before.filter((id) => !touched.has(id));
      expect(stood.length).toBeGreaterThan(TICKETS - 1_000);
      expect(stood.filter((id) => times.get(id) !== 1)).toEqual([]);
      console.log(`${order}: ${read.length} read, ${writes} writes meanwhile, ${touched.size} tickets touched`);
    });
  },
);

test("counting is exact up to 10,000, and says when it stopped", async () => {
  const count = async (filter: string) =>
    (await on.ask("manager", `{ tickets(first: 1, filter: ${filter}) { totalCount { value relation } } }`)).tickets
      .totalCount;
  expect(await count("{}")).toEqual({ value: 10_000, relation: "GTE" });
  expect(await count("{ number: { gt: 1000000, lte: 1009999 } }")).toEqual({ value: 9_999, relation: "EQ" });
  expect(await count("{ number: { gt: 1000000, lte: 1010000 } }")).toEqual({ value: 10_000, relation: "EQ" });
});
