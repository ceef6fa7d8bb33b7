import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { localDate } from "../../core/business-calendar/zone.ts";
import type { Instant } from "../../core/time.ts";
import { type ConcernedDevice, type ImportPlan, planImport, saveImport } from "../../coverage/import-support.ts";
import { MOST_BYTES, readSupportFile } from "../../coverage/support-file/read-support-file.ts";
import { fetchFile } from "./fetch-file.ts";
import type { Options } from "./options.ts";

type Say = (text: string) => void;
const SHOWN = 20;
const count = (n: number, what: string) => `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;

/** `import-support`: what a file of manufacturer data would change, and with --write the change. */
export async function importSupport(em: SqlEntityManager, options: Options, say: Say, complain: Say): Promise<number> {
  const source = options.source as string;
  const file = await fetchFile(source, MOST_BYTES);
  if ("fault" in file) return refuse([file.fault], options, say, complain);
  const [{ now }] = await em.execute<[{ now: number }]>("select extract(epoch from desk_now())::float8 as now");
  const today = localDate("UTC", Math.floor(now) as Instant);
  const read = readSupportFile(file.text, { name: options.product ?? file.name, today });
  if (read.kind === "refused") return refuse(read.faults, options, say, complain);
  const plan = await planImport(em, read.products, today);
  if (options.write) {
    await saveImport(em, read.products, source);
    await em.execute("select pg_notify('wake', '')"); // devices are to be looked at
  }
  const versions = read.products.reduce((n, product) => n + product.versions.length, 0);
  const about = { products: read.products.length, versions, asOf: read.products[0]?.asOf, written: options.write };
  if (options.json) say(JSON.stringify({ ...about, ...plan }, null, 2));
  else for (const line of told(about, plan)) say(line);
  return 0;
}

function refuse(faults: readonly string[], { json }: Options, say: Say, complain: Say): number {
  if (json) say(JSON.stringify({ written: false, faults }, null, 2));
  else {
    for (const fault of faults.slice(0, SHOWN)) complain(fault);
    if (faults.length > SHOWN) complain(`… and ${faults.length - SHOWN} more: --json lists all.`);
    complain(`${count(faults.length, "fault")}: nothing was changed.`);
  }
  return 2;
}

type About = { products: number; versions: number; asOf: string | undefined; written: boolean };

function* told({ products, versions, asOf, written }: About, plan: ImportPlan): Generator<string> {
  yield `${count(products, "product")} with ${count(versions, "version")}, as of ${asOf}.`;
  yield* some(
    "New products",
    plan.products.map((p) => `+ ${p.title} (${count(p.versions, "version")})`),
  );
  yield* some(
    "New versions",
    plan.added.map((title) => `+ ${title}`),
  );
  yield* some(
    "Versions no longer listed",
    plan.gone.map((title) => `- ${title}`),
  );
  const dates = ({ line, dates }: ImportPlan["changed"][number]) =>
    `~ ${line}: ${dates.map(({ what, from, to }) => `${what} ${from} → ${to}`).join(", ")}`;
  yield* some("Versions with other dates", plan.changed.map(dates));
  yield* some(
    "Versions that leave coverage",
    plan.leaving.map((title) => `! ${title}`),
  );
  yield* some(
    "Versions that come back",
    plan.returning.map((title) => `✓ ${title}`),
  );
  yield* some("Devices that leave coverage", plan.devicesLeaving.map(device("!")));
  yield* some("Devices that come back", plan.devicesReturning.map(device("✓")));
  yield* some("Devices of which nothing can be told any more", plan.devicesLost.map(device("?")));
  yield written ? "Saved; every device is looked at again." : "Nothing is saved: --write saves it.";
}

const device =
  (mark: string) =>
  ({ device: name, client, runs }: ConcernedDevice) =>
    `${mark} ${name} of ${client}: ${runs}`;

function* some(what: string, lines: readonly string[]): Generator<string> {
  if (lines.length === 0) return;
  yield `${what}: ${lines.length.toLocaleString("en")}`;
  for (const line of lines.slice(0, SHOWN)) yield `  ${line}`;
  if (lines.length > SHOWN) yield `  … and ${lines.length - SHOWN} more: --json lists all.`;
}
