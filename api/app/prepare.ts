import pg from "pg";
import { createOrm, migrate, NewerSchema } from "../platform/database.ts";
import { makeSandbox } from "../platform/now.ts";
import { entities } from "./entities.ts";
import { CannotStart, type Database } from "./find-database.ts";
import { layFoundations } from "./lay-foundations.ts";
import type { StartOptions } from "./options.ts";

/** Brings a database to where a desk can run on it: schema, sandbox mark, foundations. */
export async function prepare(
  { urls, where }: Database,
  options: Pick<StartOptions, "sandbox">,
): Promise<{ isNew: boolean }> {
  const owner = await createOrm(urls.owner, entities, 2);
  try {
    await migrate(owner).catch((error: unknown) => {
      throw error instanceof NewerSchema ? new CannotStart(error.message) : error;
    });
  } finally {
    await owner.close(true);
  }
  const isNew = !(await isUsed(urls.owner));
  const client = new pg.Client({ connectionString: urls.worker });
  await client.connect();
  try {
    if (options.sandbox && !(await makeSandbox(client, !isNew)))
      throw new CannotStart(`--sandbox: ${where} holds a real desk, whose clock is never set. Use another database.`);
    const { rows } = await client.query<{ sandbox: boolean }>("select sandbox from desk_clock");
    if (!options.sandbox && rows[0]?.sandbox)
      throw new CannotStart(`${where} holds a sandbox: start it with --sandbox, or use another database.`);
  } finally {
    await client.end();
  }
  const staff = await createOrm(urls.staff, entities, 2);
  try {
    await layFoundations(staff);
  } finally {
    await staff.close(true);
  }
  return { isNew };
}

async function isUsed(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return ((await client.query("select 1 from partner limit 1")).rowCount ?? 0) > 0;
  } finally {
    await client.end();
  }
}
