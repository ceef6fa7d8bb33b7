import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { faults } from "./breaking.ts";

/**
 * The gate in front of everybody who built on the contract: compares `schema.graphql` with the last published one.
 * `--publish` makes the present one the published one, where the gate lets it.
 */
const present = readFileSync(new URL("./schema.graphql", import.meta.url), "utf8");
const place = new URL("./published.graphql", import.meta.url);
const published = existsSync(place) ? readFileSync(place, "utf8") : null;
const today = new Date().toISOString().slice(0, 10);

// without a published contract there is nobody to break, but what is announced must be announced well all the same
const found = faults(published ?? present.replaceAll(/ @deprecated(\(.*?\))?/g, ""), present, today);
if (found.length > 0) {
  console.error(`The contract would break what was published:\n${found.map((fault) => `  ${fault}`).join("\n")}`);
  process.exit(1);
}
if (process.argv.includes("--publish")) {
  writeFileSync(place, present);
  console.log("Published: schema/published.graphql is what partners may rely on from now on. Commit it.");
} else console.log(published === null ? "Nothing is published yet: no change can break it." : "No breaking change.");
