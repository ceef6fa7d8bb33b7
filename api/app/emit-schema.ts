import { readFileSync, writeFileSync } from "node:fs";
import { lexicographicSortSchema, printSchema } from "graphql";
import { buildSchema } from "./graphql-schema.ts";
import { viewersOf, withViewerTable } from "./viewers-of.ts";

const at = (file: string) => new URL(`../../schema/${file}`, import.meta.url);
const schema = buildSchema();

/** Writes the contract, and who may use what. They are checked in and reviewed like code; tests compare them with what is served. */
writeFileSync(at("schema.graphql"), `${printSchema(lexicographicSortSchema(schema))}\n`);
writeFileSync(at("docs/viewers.json"), `${JSON.stringify(viewersOf(), null, 2)}\n`);
const guide = at("guides/authentication.md");
writeFileSync(guide, withViewerTable(readFileSync(guide, "utf8"), schema));
