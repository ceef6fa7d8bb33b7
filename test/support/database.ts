import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { ROLES, type RoleUrls, roleUrls } from "../../api/platform/roles.ts";
import { TEMPLATE } from "./postgres.ts";

export type TestDatabase = { urls: RoleUrls; drop(): Promise<void> };

/** A private copy of the prepared template: a sandbox with its foundations laid. */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString("hex")}`;
  await admin(`create database ${name} template ${TEMPLATE} strategy file_copy owner ${ROLES.owner}`);
  return {
    urls: roleUrls(inject("adminUrl"), name, inject("rolePassword")),
    drop: () => admin(`drop database if exists ${name} with (force)`),
  };
}

/** One statement as the administrator. */
export async function admin(text: string): Promise<void> {
  const client = new pg.Client(inject("adminUrl"));
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
