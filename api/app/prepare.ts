import pg from "pg";
import { createOrm, migrate, NewerSchema } from "../platform/database.ts";
import { makeSandbox } from "../platform/now.ts";
import { entities } from "./entities.ts";
import { CannotStart, type Database } from "./find-database.ts";
import { layFoundations } from "./lay-foundations.ts";
import { noticeFacts } from "./notice-facts.ts";
import type { StartOptions } from "./options.ts";

/** Brings a database to where a desk can run on it: schema, sandbox mark, foundations. */
export async function prepare(
  { urls, where }: Database,
  options: Pick<StartOptions, "sandbox">,
): Promise<{ isNew: boolean }> {
  await refuseTheOtherKind(urls.owner, where, options.sandbox);
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
    if (options.sandbox) await makeSandbox(client, !isNew);
  } finally {
    await client.end();
  }
  const staff = await createOrm(urls.staff, entities, 2);
  try {
    await layFoundations(staff);
    await noticeFacts(staff);
  } finally {
    await staff.close(true);
  }
  return { isNew };
}

/** Asked before the schema is touched: what is refused is left as it was, for the build that runs on it. */
async function refuseTheOtherKind(url: string, where: string, wanted: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const made = await client.query("select 1 where to_regclass('desk_clock') is not null");
    if (made.rowCount === 0) return;
    const { rows } = await client.query<{ sandbox: boolean; used: boolean }>(
      "select sandbox, exists (select 1 from partner) as used from desk_clock",
    );
    const { sandbox, used } = rows[0] ?? { sandbox: false, used: false };
    if (wanted && used && !sandbox)
      throw new CannotStart(`--sandbox: ${where} holds a real desk, whose clock is never set. Use another database.`);
    if (!wanted && sandbox)
      throw new CannotStart(`${where} holds a sandbox: start it with --sandbox, or use another database.`);
  } finally {
    await client.end();
  }
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
