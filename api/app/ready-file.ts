import { renameSync, rmSync, writeFileSync } from "node:fs";
import type { Embedded } from "../platform/embedded-postgres.ts";
import type { Tokens } from "./sign-ins.ts";

/** What a script that drives a desk needs to know of it. */
export type Ready = {
  url: string;
  wsUrl: string;
  boardUrl: string;
  /** By role; empty on a desk without ready-made sign-ins. */
  tokens: Partial<Tokens>;
  /** `isNew`: nothing was there before this start. Null on a database of the operator's own. */
  database: (Pick<Embedded, "dataDir"> & { isNew: boolean }) | null;
  pids: { api: number; worker: number | null; postgres: number | null };
};

/** Written beside and renamed: whoever sees the file sees all of it, and nobody else may read its tokens. */
export function writeReady(path: string, ready: Ready): void {
  const half = `${path}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(ready, null, 2)}\n`, { mode: 0o600 });
  renameSync(half, path);
}

/** An old one speaks of a desk that is no more. */
export const removeReady = (path: string): void => rmSync(path, { force: true });
