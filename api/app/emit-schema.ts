import { writeFileSync } from "node:fs";
import { lexicographicSortSchema, printSchema } from "graphql";
import { buildSchema } from "./graphql-schema.ts";
import { viewersOf } from "./viewers-of.ts";

const write = (file: string, text: string) =>
  writeFileSync(new URL(`../../schema/${file}`, import.meta.url), `${text}\n`);

/** Writes the contract, and who may use what. They are checked in and reviewed like code; tests compare them with what is served. */
write("schema.graphql", printSchema(lexicographicSortSchema(buildSchema())));
write("docs/viewers.json", JSON.stringify(viewersOf(), null, 2));
