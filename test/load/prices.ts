/**
 * Is a point worth the same everywhere? Documents asked again and again, with what each takes of a processor for a point, in
 * the API and in the database. Asked as a manager, whom no budget stops. It measures and asserts nothing. Linux only.
 *
 *   npm run bench -- prices [--seconds n] [--json file]
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { cpuOf } from "./cpu-time.ts";
import { median, table } from "./figures.ts";
import { CREATE } from "./limits-ask.ts";
import { startLimitsDesk } from "./limits-desk.ts";

const { values } = parseArgs({ options: { seconds: { type: "string" }, json: { type: "string" } } });
const MS = Number(values.seconds ?? 3) * 1_000;
const desk = await startLimitsDesk();

const page = (what: string) => `{ tickets(first: 100) { edges { node { ${what} } } } }`;
const { data } = await desk.ask("manager", page("id"));
const ids: string[] = data.tickets.edges.map((e: { node: { id: string } }) => e.node.id);
let n = 0;
const next = () => (n += 1);
const note = "mutation($i: AddNoteInput!) { addNote(input: $i) { ticket { id } userErrors { code } } }";
const works: { readonly [name: string]: () => readonly [query: string, variables?: object] } = {
  "a small question": () => ["{ viewer { name } }"],
  "a document that is new": () => [`{ a${next()}: viewer { name } ${"viewer { name } ".repeat(40)} }`],
  "100 tickets, bare": () => [page("id number")],
  "100 tickets, all they tell": () => [
    page("id number subject status description createdAt updatedAt channel version queuePlace { orderKey }"),
  ],
  "100 tickets with client, coverage, clocks, five lines": () => [
    page(
      "number client { name } coverage { outcome } slaClocks { dueAt } timeline(first: 5) { edges { node { body } } }",
    ),
  ],
  "100 timelines of 15 lines": () => [page("timeline(first: 15) { edges { node { id kind at body } } }")],
  "100 tickets with clocks and segments": () => [page("slaClocks { dueAt segments { from until kind cause } }")],
  "100 tickets with clocks in sentences": () => [page("slaClocks { sentence }")],
  "100 tickets with their client's plan": () => [
    page("client { contract { plan { name clauses { code } targets { metric amountSeconds } } calendar { code } } }"),
  ],
  "the schema": () => ["{ __schema { types { name fields { name type { name kind ofType { name } } } } } }"],
  "a note": () => [note, { i: { ticketId: ids[next() % 100], body: "Noted" } }],
  "a ticket": () => [CREATE, { i: { clientId: desk.clientId, subject: "Measured" } }],
};

/** The database's processes, as one looks at them. */
const backends = (): number => {
  const parentOf = (pid: string) => {
    try {
      return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ")[1]);
    } catch {
      return 0;
    }
  };
  const own = readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === desk.pids.postgres);
  return own.reduce((all, pid) => all + (cpuOf(Number(pid)) ?? 0), 0);
};

const rows = [];
for (const [name, work] of Object.entries(works)) {
  const ask = () => desk.ask("manager", ...work());
  for (let i = 0; i < 20; i += 1) await ask();
  const [api, database] = [cpuOf(desk.pids.api) ?? 0, backends()];
  const times: number[] = [];
  let points = 0;
  for (const until = performance.now() + MS; performance.now() < until; ) {
    const { ms, cost } = await ask();
    times.push(ms);
    points += cost.actual;
  }
  const used = [(cpuOf(desk.pids.api) ?? 0) - api, backends() - database] as const;
  rows.push({
    asked: name,
    points: Math.round(points / times.length),
    "ms, median": median(times).toFixed(1),
    "API, ms of CPU": (used[0] / times.length).toFixed(2),
    "database, ms of CPU": (used[1] / times.length).toFixed(2),
    "µs for a point": (((used[0] + used[1]) / points) * 1_000).toFixed(0),
  });
}
console.log(table(rows));
if (values.json) writeFileSync(values.json, JSON.stringify(rows, null, 2));
await desk.stop();
