import { Client, Partner } from "../clients/clients.entity.ts";
import type { Instant } from "../core/time.ts";
import { audit } from "../people/audit.ts";
import type { AccessToken } from "../people/credentials.entity.ts";
import { issueCredential, type TokenFor } from "../people/issue-credential.ts";
import { SCOPES } from "../people/permissions.ts";
import type { Desk } from "../platform/desk.ts";

export type KeyFault = {
  kind: "refused";
  code: "INVALID" | "NOT_FOUND" | "NOT_YOURS" | "ALREADY_ENDED" | "ALREADY_REPLACED";
  field: string;
  message: string;
};
export type Issued = { kind: "issued"; row: AccessToken; secret: string };
export const refuse = (code: KeyFault["code"], field: string, message: string): KeyFault => ({
  kind: "refused",
  ...{ code, field, message },
});

type Ask = { readonly name: string; readonly expiresAt: Instant | null };

/** A key for a partner's system. Its secret is in the answer, and nowhere else ever again. */
export async function createApiKey(
  desk: Desk,
  input: Ask & { partnerId: string; scopes: readonly string[] },
): Promise<Issued | KeyFault> {
  const partner = await desk.em.findOne(Partner, { id: input.partnerId, house: false });
  if (!partner) return refuse("NOT_FOUND", "partnerId", "There is no such partner.");
  const odd = input.scopes.findIndex((scope) => !(SCOPES as readonly string[]).includes(scope));
  if (odd >= 0) return refuse("INVALID", `scopes[${odd}]`, `There are the scopes ${SCOPES.join(", ")}.`);
  if (input.scopes.length === 0) return refuse("INVALID", "scopes", "A key without a scope can do nothing: give one.");
  const scopes = SCOPES.filter((scope) => input.scopes.includes(scope));
  return checked(desk, input) ?? issue(desk, { ...input, kind: "PARTNER", partnerId: partner.id, scopes });
}

/** A token for a monitoring product of one client: it opens tickets for that client, and sees those. */
export async function createMonitoringSource(
  desk: Desk,
  input: Ask & { clientId: string },
): Promise<Issued | KeyFault> {
  const client = await desk.em.findOne(Client, { id: input.clientId });
  if (!client) return refuse("NOT_FOUND", "clientId", "There is no such client.");
  const { partnerId, id: clientId } = client;
  return checked(desk, input) ?? issue(desk, { ...input, kind: "MONITORING", partnerId, clientId });
}

function checked(desk: Desk, { name, expiresAt }: Ask): KeyFault | null {
  if (name.trim() === "") return refuse("INVALID", "name", "A key needs a name, by which to know what uses it.");
  if (name.trim().length > 100) return refuse("INVALID", "name", "At most 100 characters.");
  if (expiresAt !== null && expiresAt <= desk.now) return refuse("INVALID", "expiresAt", "That instant has passed.");
  return null;
}

function issue(desk: Desk, who: TokenFor): Issued {
  const named = { ...who, name: who.name.trim(), createdBy: desk.viewer.name };
  const { token, row } = issueCredential(desk.em, named, desk.now);
  const scopes = row.scopes?.join(" ") ?? null;
  audit(desk, { action: "KEY_CREATED", about: aboutKey(row), detail: { prefix: row.prefix, scopes } });
  return { kind: "issued", row, secret: token };
}

export const aboutKey = ({ id, name }: Pick<AccessToken, "id" | "name">) => ({ type: "ApiKey", id, name });
