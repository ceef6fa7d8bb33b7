import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  concatAST,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  validate,
  visit,
} from "graphql";
import { describe, expect, it } from "vitest";

// a misspelt field in a typed document only becomes `unknown`; here it fails
const schema = buildSchema(readFileSync(new URL("../../schema/schema.graphql", import.meta.url), "utf8"));
const root = new URL(".", import.meta.url).pathname;
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
  /(?<!\.test)\.(ts|svelte)$/.test(name),
);

type Written = { readonly file: string; readonly document: DocumentNode };
const written: Written[] = files.flatMap((file) =>
  [...readFileSync(join(root, file), "utf8").matchAll(/\bgraphql\(\s*`([^`]*)`/g)].map(([, text = ""]) => ({
    file,
    document: parse(text),
  })),
);
const fragments = written.flatMap(({ file, document }) =>
  document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [{ file, fragment: d }] : [])),
);

/** The fragments a document spreads, its own file's before those of others. */
function spread(
  { file, document }: Written,
  known = new Map<string, FragmentDefinitionNode>(),
): Map<string, FragmentDefinitionNode> {
  visit(document, {
    FragmentSpread({ name: { value } }) {
      if (known.has(value)) return;
      const found = fragments.filter(({ fragment }) => fragment.name.value === value);
      const chosen = found.find((f) => f.file === file) ?? found[0];
      if (!chosen) return;
      known.set(value, chosen.fragment);
      spread({ file: chosen.file, document: { kind: Kind.DOCUMENT, definitions: [chosen.fragment] } }, known);
    },
  });
  return known;
}

describe("every document of the board is valid against the schema", () => {
  const operations = written.filter(({ document }) =>
    document.definitions.some((d) => d.kind === Kind.OPERATION_DEFINITION),
  );
  it("and there are some", () => expect(operations.length).toBeGreaterThan(3));

  it.each(operations.map((w) => ({ ...w, name: nameOf(w.document) })))("$name in $file", (w) => {
    const document = concatAST([w.document, { kind: Kind.DOCUMENT, definitions: [...spread(w).values()] }]);
    expect(validate(schema, document).map(String)).toEqual([]);
  });
});

function nameOf(document: DocumentNode): string {
  const [first] = document.definitions;
  return first?.kind === Kind.OPERATION_DEFINITION ? (first.name?.value ?? "unnamed") : "unnamed";
}
