/**
 * Ids as the API shows them: a prefix that names the type, then the id's 32 digits. Opaque to clients, and told apart
 * by us, so that the id of one type is never taken for another's.
 */
export const ID_PREFIXES = {
  Ticket: "tkt",
  Client: "cli",
  Partner: "ptn",
  Contact: "con",
  Device: "dev",
  Contract: "ctr",
  Plan: "pln",
  Calendar: "cal",
  Team: "tea",
  Technician: "tec",
  SlaClock: "clk",
  RemoteSession: "ses",
  Appointment: "apt",
  TimelineEntry: "ent",
  Attachment: "att",
  CoverageDecision: "cov",
  PolicyApplication: "app",
  ApiKey: "key",
  WallDevice: "wal",
  AuditEntry: "aud",
  WebhookEndpoint: "whe",
  WebhookDelivery: "whd",
  BulkExport: "exp",
} as const;
export type IdType = keyof typeof ID_PREFIXES;

export const toGlobalId = (type: IdType, uuid: string): string => `${ID_PREFIXES[type]}_${uuid.replaceAll("-", "")}`;

const byPrefix = new Map(Object.entries(ID_PREFIXES).map(([type, prefix]) => [prefix as string, type as IdType]));
const shape = /^([a-z]{3})_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** The type and uuid of an id, or null for anything that is not one of ours. */
export function fromGlobalId(id: string): { type: IdType; uuid: string } | null {
  const parts = shape.exec(id);
  const type = parts && byPrefix.get(parts[1] as string);
  return parts && type ? { type, uuid: parts.slice(2).join("-") } : null;
}

/** No row has this id: what an unreadable id is looked up as, so that it answers exactly like an unknown one. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The uuid behind an id of the expected type. An id of another type, or no id at all, finds nothing. */
export function uuidOf(type: IdType, id: string): string {
  const parsed = fromGlobalId(id);
  return parsed?.type === type ? parsed.uuid : NOBODY;
}
export const optionalUuidOf = (type: IdType, id: string | null | undefined): string | null =>
  id == null ? null : uuidOf(type, id);
