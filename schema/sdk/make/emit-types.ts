import { writeFileSync } from "node:fs";
import { generated } from "./types.ts";

/** Writes the types of the contract, checked in like the contract itself; a test compares them with it. */
for (const [name, content] of Object.entries(await generated()))
  writeFileSync(new URL(`../generated/${name}`, import.meta.url), content);
