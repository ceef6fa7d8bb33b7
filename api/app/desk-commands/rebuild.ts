import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { instantText } from "../../platform/scalars.ts";
import { rebuildClocks, type TicketDifference } from "../../sla/rebuild-clocks.ts";
import type { Options } from "./options.ts";

type Say = (text: string) => void;
const count = (n: number, what: string) => `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;

/** `rebuild-clocks`: every cache from facts, with progress, and what differs. */
export async function rebuild(em: SqlEntityManager, options: Options, say: Say, progress: Say): Promise<number> {
  const rebuilt = await rebuildClocks(em, {
    write: options.write,
    onPage: (done, of) => progress(`${done.toLocaleString("en")} of ${count(of, "ticket")}`),
  });
  const { tickets, clocks, differences } = rebuilt;
  if (options.write) await em.execute("select pg_notify('wake', '')"); // a mended timer may be an earlier one
  if (options.json) say(JSON.stringify(rebuilt, null, 2));
  else {
    for (const difference of differences.slice(0, 200)) say(line(difference));
    if (differences.length > 200) say(`… and ${count(differences.length - 200, "more")}: --json lists all.`);
    const mended = options.write && differences.length > 0 ? "; mended, but for what is sealed" : "";
    const found = differences.length === 0 ? "no difference" : count(differences.length, "difference");
    say(`${count(clocks, "clock")} of ${count(tickets, "ticket")} read from their facts: ${found}${mended}.`);
  }
  return differences.length === 0 ? 0 : 1;
}

const line = ({ ticket, metric, cycle, column, stored, computed }: TicketDifference) =>
  `#${ticket} ${metric}${cycle > 1 ? ` (cycle ${cycle})` : ""} ${column}: ${shown(column, stored)} is stored, ${shown(column, computed)} is what its facts say`;

const shown = (column: string, value: unknown) =>
  typeof value === "number" && column.endsWith("At") ? instantText(value as never) : JSON.stringify(value);
