import { createHmac, randomBytes } from "node:crypto";
import pg from "pg";

/**
 * Login roles by purpose, none of them superuser. `owner` changes the schema; `staff` and `worker` see every row by a
 * policy; `scoped` sees what its partner owns.
 */
export const ROLES = {
  owner: "watchdesk_owner",
  staff: "watchdesk_staff",
  worker: "watchdesk_worker",
  scoped: "watchdesk_scoped",
} as const;
export type RoleName = keyof typeof ROLES;

/** One connection string per role. */
export type RoleUrls = { readonly [role in RoleName]: string };

async function query<R extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/**
 * Makes the roles on a server (roles belong to the cluster) and a database owned by `owner`, with an administrator's
 * login. Their password follows from the administrator's own, so that several processes of one desk agree on it and a
 * second start takes nothing from the first; an administrator without one gets a new password for the roles each time.
 */
export async function installRoles(adminUrl: string, database: string): Promise<RoleUrls> {
  const secret = plain(new URL(adminUrl).password);
  const password = secret
    ? createHmac("sha256", secret).update("the roles of a Watchdesk database").digest("hex")
    : randomBytes(32).toString("hex");
  for (const role of Object.values(ROLES))
    await query(
      adminUrl,
      `do $$ begin create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole;
         exception when duplicate_object then null; end $$;
       alter role ${role} password '${password}'`,
    );
  const [known] = await query(adminUrl, "select 1 from pg_database where datname = $1", [database]);
  if (!known) await query(adminUrl, `create database ${pg.escapeIdentifier(database)} owner ${ROLES.owner}`);
  return roleUrls(adminUrl, database, password);
}

/** A password as it was meant: a bare % in an address stands for itself, as it does for the driver. */
function plain(secret: string): string {
  try {
    return decodeURIComponent(secret);
  } catch {
    return secret;
  }
}

/** The same address for each role, on a server where they share one password. */
export function roleUrls(serverUrl: string, database: string, password: string): RoleUrls {
  const url = (role: string) => {
    const u = new URL(serverUrl);
    [u.username, u.password, u.pathname] = [role, password, `/${database}`];
    return u.href;
  };
  return { owner: url(ROLES.owner), staff: url(ROLES.staff), worker: url(ROLES.worker), scoped: url(ROLES.scoped) };
}
