import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** Other people's data: beside the repository, or where `SHARED_DATA` says. Null, and said so, where it is not. */
export function sharedData(file: string): string | null {
  const folder = process.env["SHARED_DATA"] ?? resolve(import.meta.dirname, "../../../shared/data");
  const path = join(folder, file);
  if (existsSync(path)) return path;
  console.info(`skipped: ${file} is not beside this clone (shared/data)`);
  return null;
}
