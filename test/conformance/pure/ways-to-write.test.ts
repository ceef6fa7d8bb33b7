import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaultProducts } from "../../../api/core/coverage-policy/default-support.ts";
import type { TechnologyKind } from "../../../api/core/coverage-policy/facts.ts";
import { type Product, titleOf } from "../../../api/core/coverage-policy/products.ts";
import { lookUp } from "../../../api/core/coverage-policy/technology.ts";
import { defaultCoverageTerms } from "../../../api/core/coverage-policy/terms.ts";
import { understand } from "../../../api/core/coverage-policy/understand.ts";
import { withOwnData } from "../../../api/core/coverage-policy/with-own-data.ts";
import { readSupportFile } from "../../../api/coverage/support-file/read-support-file.ts";
import { sharedData } from "../../support/shared-data.ts";
import { type Listed, ruleNames, waysToWrite } from "../../support/ways-to-write.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));
const path = sharedData("vendor_support.json");
const kinds: { readonly [category: string]: TechnologyKind } = { os: "OPERATING_SYSTEM", device: "OTHER" };

test.skipIf(path === null)(
  "ways in which people write every release of every product: each is understood or asked about, none is guessed wrong",
  () => {
    const text = readFileSync(path as string, "utf8");
    const read = readSupportFile(text, { name: "vendor_support", today: "2026-11-30" });
    if (read.kind === "refused") throw new Error(read.faults.join("\n"));
    const products = withOwnData(defaultProducts, read.products);
    const listed = JSON.parse(text).products as { readonly [code: string]: Listed };
    const counts = new Map(ruleNames.map((rule) => [rule, { understood: 0, asked: 0, unknown: 0, wrong: 0 }]));
    const wrong: string[] = [];
    for (const { rule, text: product, code, at } of waysToWrite(listed, seed)) {
      const own = products.find((p) => p.code === code) as Product;
      const line = own.versions[at] as Product["versions"][number];
      const count = counts.get(rule) as { understood: number; asked: number; unknown: number; wrong: number };
      for (const technologyKind of [null, kinds[listed[code]?.category ?? ""] ?? "APPLICATION"] as const) {
        const seen = lookUp({ product, technologyKind }, defaultCoverageTerms, { today: "2026-11-30", products });
        if (seen.release === line && seen.product === own && seen.asks.length === 0) count.understood++;
        else if (seen.asks.length > 0) count.asked++;
        else if (seen.product === null) count.unknown++;
        else if (seen.version === null) count.asked++;
        else if (sameAnswer(seen, own, line)) count.understood++;
        else {
          count.wrong++;
          wrong.push(
            `${rule}: "${product}" meant ${titleOf(own, line)}, taken for ${seen.product.title} ${seen.release?.version}`,
          );
        }
      }
    }
    console.info(`seed ${seed}; ${Object.keys(listed).length} products; with and without the kind of technology`);
    console.table(Object.fromEntries(counts));
    expect(wrong, `SEED=${seed} repeats it`).toEqual([]);
    expect(
      [...counts.values()].reduce((n, { unknown }) => n + unknown, 0),
      "neither understood nor asked about",
    ).toBe(0);
    for (const [rule, { understood }] of counts) if (rule !== "typing slip") expect(understood).toBeGreaterThan(2_000);
  },
  60_000,
);

test.skipIf(path === null)(
  "what comes with the desk alone takes no other product for one of its own, and tells no other end",
  () => {
    const text = readFileSync(path as string, "utf8");
    const read = readSupportFile(text, { name: "vendor_support", today: "2026-11-30" });
    if (read.kind === "refused") throw new Error(read.faults.join("\n"));
    const wrong: string[] = [];
    let [written, understood] = [0, 0];
    for (const { rule, text: product, code, at } of waysToWrite(JSON.parse(text).products, seed)) {
      written++;
      const meant = understand(defaultProducts, product, null, "2026-11-30");
      const line = read.products.find((p) => p.code === code)?.versions[at];
      if (meant.kind !== "matched" || !meant.line) continue;
      understood++;
      if (meant.product.code !== code || meant.line.eol !== line?.eol)
        wrong.push(`${rule}: "${product}" of ${code} taken for ${titleOf(meant.product, meant.line)}`);
    }
    console.info(`seed ${seed}; ${understood} of ${written} are about what comes with the desk, and understood`);
    expect(wrong, `SEED=${seed} repeats it`).toEqual([]);
  },
  60_000,
);

/** Said less precisely than the data is, and all that could be meant have one answer. */
function sameAnswer(seen: ReturnType<typeof lookUp>, own: Product, line: Product["versions"][number]): boolean {
  if (seen.product !== own || !seen.support) return false;
  const ended = line.eol === true || (typeof line.eol === "string" && line.eol < "2026-11-30");
  return seen.support.supported === !ended;
}
