import { readdirSync, readFileSync } from "node:fs";
import { codegen } from "@graphql-codegen/core";
import * as typescript from "@graphql-codegen/typescript";
import * as operations from "@graphql-codegen/typescript-operations";
import { concatAST, type DocumentNode, parse, print, separateOperations, stripIgnoredCharacters } from "graphql";

const schema = parse(readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8"));
const folder = new URL("../../operations/", import.meta.url);
const NOTE = "// Made from the contract by `npm run schema`: not written by hand.\n";

const config = {
  scalars: { ID: "string", DateTime: "string", Date: "string", Position: "string" },
  // whoever compiles with exactOptionalPropertyTypes may pass undefined all the same
  inputMaybeValue: "T | null | undefined",
  strictScalars: true,
  enumsAsTypes: true,
  skipTypename: true,
  nonOptionalTypename: false,
  useTypeImports: true,
  inlineFragmentTypes: "combine",
  importSchemaTypesFrom: "./contract.ts",
};

/** The files of `generated/` as the contract and the documents of `schema/operations` would have them now. */
export async function generated(): Promise<{ [file: string]: string }> {
  const document = concatAST(
    readdirSync(folder)
      .filter((name) => name.endsWith(".graphql"))
      .sort()
      .map((name) => parse(readFileSync(new URL(name, folder), "utf8"))),
  );
  const run = (filename: string, plugin: string, more: object) =>
    codegen({
      filename,
      schema,
      documents: [{ location: "operations", document }],
      plugins: [{ [plugin]: {} }],
      pluginMap: { typescript, operations },
      config: { ...config, ...more },
    });
  const types = await run("contract.ts", "typescript", { avoidOptionals: { field: true } });
  const answers = await run("operations.ts", "operations", {});
  const own = answers.replace("'./contract'", "'./contract.ts'").replace(/^.*\n.*type Incremental.*\n/m, "");
  return { "contract.ts": `${NOTE}${types}\n`, "operations.ts": `${NOTE}${own}\n${documents(document)}` };
}

/** Each operation as a text of its own, with the fragments it uses, typed by what it answers and asks for. */
function documents(document: DocumentNode): string {
  const lines = Object.entries(separateOperations(document)).map(([name, { definitions }]) => {
    const [operation] = definitions.filter((d) => d.kind === "OperationDefinition");
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}${operation?.operation.replace(/^./, (c) => c.toUpperCase())}`;
    const text = stripIgnoredCharacters(definitions.map(print).join("\n"));
    return `export const ${name} = text<${type}, ${type}Variables>(\n  ${JSON.stringify(text)},\n);`;
  });
  return `${[`import { text } from "../document.ts";`, ...lines].join("\n\n")}\n`;
}
