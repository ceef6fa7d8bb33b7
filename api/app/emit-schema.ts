import { writeFileSync } from "node:fs";
import { lexicographicSortSchema, printSchema } from "graphql";
import { buildSchema } from "./graphql-schema.ts";

/** Writes the contract. It is checked in and reviewed like code; a test compares it with what is served. */
writeFileSync(
  new URL("../../schema/schema.graphql", import.meta.url),
  `${printSchema(lexicographicSortSchema(buildSchema()))}\n`,
);
