import { ROLES } from "./roles.ts";

/** Spelt so that the drift check and PostgreSQL's own print of it normalise to the same text. */
const own = (column: string) => `${column} = (select app_partner())`;

/**
 * Row-level security of a table that belongs to partners: forced, staff and worker see all by a policy, a scoped login
 * only what its partner owns. A forgotten scope reads nothing.
 */
export const ownedByPartner = (table: string, column = "partner_id") => ({
  rowLevelSecurity: "force" as const,
  policies: [
    { name: `${table}_own`, roles: [ROLES.scoped], using: own(column), check: own(column) },
    { name: `${table}_all`, roles: [ROLES.owner, ROLES.staff, ROLES.worker], using: "true", check: "true" },
  ],
});

/** The same policies as DDL, for a migration. */
export const ownedByPartnerSql = (table: string, column = "partner_id"): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_own on ${table} to ${ROLES.scoped} using (${own(column)}) with check (${own(column)});
  create policy ${table}_all on ${table} to ${ROLES.owner}, ${ROLES.staff}, ${ROLES.worker} using (true) with check (true);
  grant select on ${table} to ${ROLES.scoped};
  grant select, insert, update, delete on ${table} to ${ROLES.staff}, ${ROLES.worker};`;

/** A table of the provider's own: no scoped login reads it. */
export const staffOnly = (table: string) => ({
  rowLevelSecurity: "force" as const,
  policies: [{ name: `${table}_all`, roles: [ROLES.owner, ROLES.staff, ROLES.worker], using: "true", check: "true" }],
});

/** What the provider publishes to all: a scoped login reads it, and nothing else. */
export const published = (table: string) => {
  const { rowLevelSecurity, policies } = staffOnly(table);
  const read = { name: `${table}_read`, command: "select" as const, roles: [ROLES.scoped], using: "true" };
  return { rowLevelSecurity, policies: [...policies, read] };
};

/** The same as DDL, for a table that was staff's only. */
export const publishedSql = (table: string): string => `
  create policy ${table}_read on ${table} for select to ${ROLES.scoped} using (true);
  grant select on ${table} to ${ROLES.scoped};`;

/** The same policy as DDL, for a migration. */
export const staffOnlySql = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_all on ${table} to ${ROLES.owner}, ${ROLES.staff}, ${ROLES.worker} using (true) with check (true);
  grant select, insert, update, delete on ${table} to ${ROLES.staff}, ${ROLES.worker};`;
