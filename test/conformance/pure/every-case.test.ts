import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** The cases of the engine's specification, by name: each is a test somewhere below that begins with it. */
const CASES = `
E01 E02 E03 E04 E05 E06 E07 E08 E09 E10 E11 E12 E13 E13b
E13c E14a E14b E14c E14d E14e E14f E14g E14h E15 E16 E17 E18 E19
E20 E21 E22 E23 E24 E25 E26 E26b E27 E28 E29 E30 E31 E32
E33 E34 E35 E36 E36b E36c E36d E36e E36f E36g E37 E38 E39 E40
E41 E42 E43 E44 E45 E46 E46b E47 E48 E49 E50 E51 E52 E53
E54 E55 E56 E57 E58 E59 E60
`
  .trim()
  .split(/\s+/);

const root = new URL("../../..", import.meta.url).pathname;
const NAMES = /["'`](E\d\d[a-z]?)\b/g;

test("every case of the specification is a named test", () => {
  const named = new Set<string>();
  for (const folder of ["test/conformance", "test/flows", "api/core"])
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }))
      if (file.endsWith(".test.ts"))
        for (const [, name] of readFileSync(join(root, folder, file), "utf8").matchAll(NAMES))
          named.add(name as string);
  expect(CASES.filter((name) => !named.has(name))).toEqual([]);
  expect([...named].filter((name) => !CASES.includes(name))).toEqual([]);
});
