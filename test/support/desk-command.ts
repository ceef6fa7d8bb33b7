import { execFile } from "node:child_process";
import { resolve } from "node:path";

const program = resolve(import.meta.dirname, "../../api/dist/desk.js");

/** `npm run desk -- …` on a database, as the operator would run it. */
export const deskCommand = (args: readonly string[], databaseUrl: string, env: Record<string, string> = {}) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(
      process.execPath,
      [program, ...args],
      { env: { ...process.env, ...env, DATABASE_URL: databaseUrl }, timeout: 30_000 },
      (error, out, err) => done({ code: error ? Number(error.code ?? -1) : 0, out, err }),
    );
  });
