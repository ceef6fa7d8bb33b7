import type { Change, Named } from "../core/event-parts.ts";
import type { Instant } from "../core/time.ts";
import type { LogRow } from "../platform/event-log.ts";
import { type IdType, toGlobalId } from "../platform/global-id.ts";
import type { ChangedFields } from "./changed-fields.graphql.ts";

type Payload = {
  readonly [field in "status" | "priority" | "affected" | "waitingOn" | "outcome" | "clause" | "verdict"]?:
    | Change<string | null>
    | string
    | null;
} & {
  readonly workaround?: Change<boolean | null> | boolean | null;
  readonly assignee?: Change<Named | null> | Named | null;
  readonly team?: Change<Named | null> | Named | null;
  readonly dueAt?: Change<Instant | null> | Instant | null;
  readonly externalId?: Change<string | null>;
  readonly system?: string;
  readonly reason?: string | null;
  readonly device?: Named;
  readonly client?: Named | null;
  readonly product?: string;
  readonly version?: string;
  readonly endsOn?: string | null;
  readonly daysLeft?: number;
};

const isChange = <T>(value: unknown): value is Change<T> =>
  typeof value === "object" && value !== null && "from" in value && "to" in value;

/**
 * What an event changed. Where its payload has a value before and after, that; where it has a value alone (a ticket's
 * first, a clock's first), that from nothing. What stayed as it was is not a change.
 */
export function changedFields({ payload, type }: Pick<LogRow, "payload" | "type">): ChangedFields {
  const p = payload as Payload;
  const begins = type === "TicketCreated" || type === "SlaClockStarted" || type === "SlaSealed";
  const change = <T>(value: unknown): Change<T | null> | null => {
    if (isChange<T>(value)) return value.from === value.to ? null : value;
    return begins && value != null ? { from: null, to: value as T } : null;
  };
  const named = (of: IdType, value: unknown) => {
    const show = (named: Named | null) => named && { id: toGlobalId(of, named.id), name: named.name };
    const changed = change<Named>(value);
    if (!changed || changed.from?.id === changed.to?.id) return null;
    return { from: show(changed.from), to: show(changed.to) };
  };
  return {
    status: change(p.status),
    priority: change(p.priority),
    affected: change(p.affected),
    workaround: change(p.workaround),
    waitingOn: change(p.waitingOn),
    assignee: named("Technician", p.assignee),
    team: named("Team", p.team),
    coverageOutcome: change(p.outcome),
    coverageClause: change(p.clause),
    dueAt: type === "SlaSealed" ? null : change(p.dueAt),
    verdict: change(p.verdict),
    externalRef: p.system && p.externalId ? { system: p.system, ...p.externalId } : null,
    deviceSupport: deviceSupport(p),
    reason: p.reason ?? null,
  };
}

function deviceSupport({
  device,
  client,
  product,
  version,
  endsOn,
  daysLeft,
}: Payload): ChangedFields["deviceSupport"] {
  if (!device || !client || !product || !version) return null;
  const named = (type: IdType, { id, name }: Named) => ({ id: toGlobalId(type, id), name });
  return {
    device: named("Device", device),
    client: named("Client", client),
    product,
    version,
    endsOn: endsOn ?? null,
    daysLeft: daysLeft ?? null,
  };
}
