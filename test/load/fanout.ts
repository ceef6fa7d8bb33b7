/**
 * What does it take to tell a thousand screens what changed? The product's own sockets, hub and schema beside plain
 * graphql-ws and Mercurius, with the same types, the board's own document and the same messages. Each serves from a process
 * on one core; all clients are one process on the other. Rounds alternate between the systems; then five thousand sockets.
 * It measures and reports; it asserts nothing.
 *
 *   npm run bench -- fanout [--sockets n] [--many n] [--rounds n] [--json file]
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readTrusted } from "../../api/app/http/trusted-documents.ts";
import { onDatabase } from "./fanout-database.ts";
import { KINDS, type Kind } from "./fanout-events.ts";
import { type Measured, measure, PINNED } from "./fanout-measure.ts";
import { connectionRows, fanoutRows, type Rounds } from "./fanout-report.ts";
import { table } from "./figures.ts";

const number = { type: "string" } as const;
const { values } = parseArgs({ options: { sockets: number, many: number, rounds: number, json: number } });
const sockets = Number(values.sockets ?? 1_000);
const many = Number(values.many ?? 5_000);
const rounds = Number(values.rounds ?? 3);

const trusted = readTrusted(fileURLToPath(new URL("../../board/build", import.meta.url)));
const query = [...trusted.values()].find((text) => text.includes("subscription WallChanges"));
if (!query) throw new Error("the board was built without its wall");
if (!PINNED) console.log("There is no taskset here: server and clients share all cores.");

async function alternate(
  systems: readonly string[],
  sockets: number,
  rounds: number,
  events: { [kind in Kind]?: number },
) {
  const measured: Record<string, Measured[]> = Object.fromEntries(systems.map((system) => [system, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const system of systems)
      measured[system]?.push(await measure(system, { sockets, query: query as string, events }));
  return measured satisfies Rounds;
}

function report(what: string, measured: Rounds, kinds: readonly Kind[]): void {
  console.log(`\n${what}\n${table(fanoutRows(measured, kinds))}\n\n${table(connectionRows(measured))}`);
}

const events = (count: number) => Object.fromEntries(KINDS.map((kind) => [kind, count]));
const n = (count: number) => count.toLocaleString("en");

const thousand = await alternate(["watchdesk", "graphql-ws", "mercurius"], sockets, rounds, events(20));
report(`${n(sockets)} sockets, medians of ${rounds} rounds`, thousand, KINDS);
const thousands = many ? await alternate(["watchdesk", "graphql-ws"], many, 1, events(6)) : {};
if (many) report(`${n(many)} sockets, one round`, thousands, KINDS);
const plan = { sockets, query, events: { "one row": 10 } };
const whole = { "watchdesk, whole": [await onDatabase((urls) => measure("watchdesk, whole", plan, urls))] };
report(
  `The whole product, ${n(sockets)} sockets, from the answer to a verb; its CPU holds all that the verb took of the API`,
  whole,
  ["one row"],
);
if (values.json)
  writeFileSync(values.json, JSON.stringify({ sockets, rounds, thousand, many, thousands, whole }, null, 2));
