/**
 * What it costs that tenancy is enforced twice: pages and verbs of a partner on the scoped login under forced row
 * security, beside the same product on a login that sees all with row security switched off, on one database of 100,000
 * tickets of 20 partners. Rounds alternate between the two. It measures and asserts nothing.
 *
 *   npm run bench -- tenancy [--tickets n] [--json file]
 */
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { compose } from "../../api/app/compose.ts";
import { entities } from "../../api/app/entities.ts";
import { prepare } from "../../api/app/prepare.ts";
import { sandboxCast } from "../../api/app/sandbox-cast.ts";
import { createServer } from "../../api/app/server.ts";
import { makeSignIns } from "../../api/app/sign-ins.ts";
import { createOrm } from "../../api/platform/database.ts";
import { startEmbedded } from "../../api/platform/embedded-postgres.ts";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { createLog } from "../../api/platform/log.ts";
import { installRoles } from "../../api/platform/roles.ts";
import { manyTickets } from "../support/many-tickets.ts";
import { post } from "../support/post.ts";
import { roomy } from "../support/serve-desk.ts";
import { median, table } from "./figures.ts";

const { values } = parseArgs({ options: { tickets: { type: "string" }, json: { type: "string" } } });
const count = Number(values.tickets ?? 100_000);
const log = createLog("error");
const dir = join(tmpdir(), `watchdesk-bench-${process.pid}`);
const database = await startEmbedded(dir);
const urls = await installRoles(database.url(), "bench");
await prepare({ urls, embedded: null, where: "the benchmark" }, { sandbox: true });
const orm = await createOrm(urls.staff, entities, 2);
const cast = await sandboxCast(orm);
const { tokens } = await makeSignIns(orm, cast);
await orm.close(true);
const owner = new pg.Client(urls.owner);
await owner.connect();

type System = "twice" | "in the query alone";
const servers = {} as { [system in System]: { url: string; close(): Promise<void> } };
for (const [system, logins] of [
  ["twice", urls],
  ["in the query alone", { ...urls, scoped: urls.staff }],
] as const) {
  const composed = await compose(logins, "bench", log, false, { budgets: roomy });
  const server = await createServer(composed, log, {});
  const url = `${await server.listen(0, "127.0.0.1")}/graphql`;
  servers[system] = { url, close: () => server.close().then(composed.close) };
}
const ask = (system: System, query: string, variables: object, who: keyof typeof tokens = "partner") =>
  post({ url: servers[system].url, tokens }, who, { query, variables });
const clientId = toGlobalId("Client", cast.client.id);
const gql = (who: keyof typeof tokens, query: string, variables?: object) => ask("twice", query, variables ?? {}, who);
await manyTickets({ gql, cast, clientId, urls } as never, database.url(), count);
const { data } = await gql("partner", "{ tickets(first: 100) { edges { node { id } } } }");
const ids: string[] = data.tickets.edges.map((e: { node: { id: string } }) => e.node.id);
const any = () => ids[Math.floor(Math.random() * ids.length)] as string;

/** Row security is forced on its tables, or it is not there at all. */
async function secure(system: System): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    "select distinct tablename as name from pg_policies where schemaname = 'public'",
  );
  const word = system === "twice" ? "enable" : "disable";
  await owner.query(rows.map(({ name }) => `alter table ${name} ${word} row level security;`).join(""));
}

const row =
  "id number version subject status waitingOn createdAt updatedAt priority { code name rank } client { id name } assignee { id name } slaClock { metric standing state dueAt remainingSeconds }";
const works: { [name: string]: (system: System) => Promise<unknown> } = {
  "queue page, 50 rows": (s) =>
    ask(
      s,
      `{ tickets(first: 50, filter: { status: { in: [NEW, OPEN, WAITING] } }) { edges { node { ${row} } } } }`,
      {},
    ),
  "ticket page": (s) =>
    ask(
      s,
      `query($id: ID!) { ticket(id: $id) { ${row} description steps { step done } slaClocks { metric verdict dueAt segments { kind from until } }
      timeline(first: 100) { edges { node { kind at actor body change } } } } }`,
      { id: any() },
    ),
  "create a ticket": (s) =>
    ask(s, "mutation($i: CreateTicketInput!) { createTicket(input: $i) { ticket { id } userErrors { message } } }", {
      i: { clientId, subject: "Measured" },
    }),
  "write a note": (s) =>
    ask(s, "mutation($i: AddNoteInput!) { addNote(input: $i) { ticket { id } userErrors { message } } }", {
      i: { ticketId: any(), body: "Measured" },
    }),
};
const figures: { [name: string]: { [column: string]: number[] } } = {};
for (let round = 0; round < 6; round += 1)
  for (const system of ["twice", "in the query alone"] as const) {
    await secure(system);
    for (const [name, work] of Object.entries(works))
      for (const together of [1, 8]) {
        const times: number[] = [];
        const until = performance.now() + 1_000;
        const one = async () => {
          while (performance.now() < until) {
            const began = performance.now();
            const answer = (await work(system)) as { errors?: unknown };
            if (answer.errors) throw new Error(JSON.stringify(answer.errors));
            times.push(performance.now() - began);
          }
        };
        await Promise.all(Array.from({ length: together }, one));
        const of = (figures[`${name}, ${together} at a time`] ??= {});
        if (round > 0) (of[system] ??= []).push(median(times)); // the first round warms up
      }
  }
await secure("twice");

const rows = Object.entries(figures).map(([work, of]) => {
  const [twice, once] = [median(of["twice"] ?? []), median(of["in the query alone"] ?? [])];
  return {
    work,
    "enforced twice, ms": twice.toFixed(2),
    "in the query alone, ms": once.toFixed(2),
    price: `${((twice / once - 1) * 100).toFixed(0)} %`,
  };
});
console.log(
  `${count.toLocaleString("en")} tickets of 20 partners; a partner's requests over HTTP, medians of 5 rounds of 1 s\n${table(rows)}`,
);
if (values.json) writeFileSync(values.json, JSON.stringify({ count, rows }, null, 2));
for (const server of Object.values(servers)) await server.close();
await owner.end();
await database.stop();
rmSync(dir, { recursive: true, force: true });
