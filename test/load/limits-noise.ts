/**
 * The noisy key, in a process of its own, so that what is measured of the quiet one is the desk and not this client. Told
 * what to ask for, it asks as hard as it can and says when its burst is spent; told to stop, it answers what it got.
 */
import { askAt, CREATE, type Who } from "./limits-ask.ts";

export type Tally = { done: number; refused: number; points: number };
export type Order = { readonly way: string } | "stop";

const LOOPS = 8;
/** Refusals in a row of eight who ask: by then nothing is left of the burst. */
const SPENT_AFTER = 24;
const [origin = "", clientId = "", who = "{}"] = process.argv.slice(2);
const { ask } = askAt(origin, JSON.parse(who) as Who);

const PAGE = `tickets(first: 100) { edges { node { id number subject status client { name } coverage { outcome }
  slaClocks { dueAt } timeline(first: 5) { edges { node { body } } } } } }`;
let n = 0;
const ways: { readonly [way: string]: () => ReturnType<typeof ask> } = {
  pages: () => ask("noisy", `{ ${PAGE} }`),
  verbs: () => ask("noisy", CREATE, { i: { clientId, subject: "Noise" } }),
  "small questions": () => ask("noisy", "{ viewer { name } }"),
  "a new document each time": () => ask("noisy", `{ a${(n += 1)}: viewer { name } ${"viewer { name } ".repeat(40)} }`),
};

let stopped = true;
async function beNoisy(way: string): Promise<Tally> {
  let spent = false;
  const tally = { done: 0, refused: 0, points: 0 };
  const loop = async () => {
    while (!stopped) {
      const { status, cost } = await (ways[way] as NonNullable<(typeof ways)[string]>)();
      if (status === 429) tally.refused += 1;
      else {
        tally.done += 1;
        tally.points += cost.actual;
      }
      if (spent || tally.refused < SPENT_AFTER) continue;
      spent = true;
      Object.assign(tally, { done: 0, refused: 0, points: 0 });
      process.send?.("spent");
    }
  };
  await Promise.all(Array.from({ length: LOOPS }, loop));
  return tally;
}

process.on("message", (order: Order) => {
  stopped = order === "stop";
  if (order !== "stop") void beNoisy(order.way).then((tally) => process.send?.(tally));
});
process.on("disconnect", () => process.exit());
process.send?.(Object.keys(ways));
