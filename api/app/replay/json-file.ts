import { readFileSync } from "node:fs";
import { BadInput } from "./bad-input.ts";

/** Reads a file that holds one JSON object. Any fault is one sentence that names the file. */
export function readJson(file: string): { [key: string]: unknown } {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new BadInput(`${file}: ${sentence(error as NodeJS.ErrnoException)}`);
  }
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw new BadInput(
      `${file}: expected a JSON object, got ${Array.isArray(json) ? "a list" : JSON.stringify(json)}.`,
    );
  return json as { [key: string]: unknown };
}

function sentence({ code, message }: NodeJS.ErrnoException): string {
  if (code === "ENOENT") return "there is no such file.";
  if (code === "EISDIR") return "that is a folder, not a file.";
  return code ? `the file cannot be read (${message}).` : `this is not JSON (${message.replace(/\s+/g, " ")}).`;
}
