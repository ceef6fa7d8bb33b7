import type { Answer, TestDesk } from "./desk.ts";
import type { Who } from "./verbs.ts";

export type Change = {
  id: string;
  position: string;
  type: string;
  ticketId: string | null;
  ticketVersion: number | null;
  origin: string | null;
  own: boolean;
  actor: { kind: string; name: string; id: string | null };
  ticket: { id: string; number: number; version: number; status: string } | null;
  tombstone: { ticketId: string } | null;
  changed: Record<string, { from: unknown; to: unknown } | null>;
};
export type Page = { from: string; to: string; hasMore: boolean; changes: Change[] };

export const CHANGE = `id position type ticketId ticketVersion origin own actor { kind name id } tombstone { ticketId }
  ticket { id number version status }
  changed { status { from to } priority { from to } affected { from to } workaround { from to } assignee { from { name } to { name } }
    dueAt { from to } verdict { from to } externalRef { system from to } }`;
const QUERY = `query($after: Position, $first: Int!, $types: [ChangeType!], $excludeOwn: Boolean) {
  changes(after: $after, first: $first, types: $types, excludeOwn: $excludeOwn) { from to hasMore changes { ${CHANGE} } } }`;
export const CHANGES = `subscription($after: Position, $types: [ChangeType!]) { changes(after: $after, types: $types) {
  ... on ChangeDelta { from to changes { ${CHANGE} } } ... on ChangeHeartbeat { from to pulseAt } } }`;

export type Ask = { after?: string | null; first?: number; types?: string[]; excludeOwn?: boolean };

export const askChanges = (desk: TestDesk, who: Who, ask: Ask): Promise<Answer<{ changes: Page }>> =>
  desk.gql(who, QUERY, { first: 100, ...ask });

/** One page, where one must come. */
export async function changesOf(desk: TestDesk, who: Who, ask: Ask = {}): Promise<Page> {
  const { data, errors } = await askChanges(desk, who, ask);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.changes;
}

/** Applies a stretch as a reader must: only if it follows on from where the reader stands. */
export function apply(reader: { at: string; changes: Change[] }, page: Pick<Page, "from" | "to" | "changes">): void {
  if (page.from !== reader.at) throw new Error(`a stretch from ${page.from} for a reader at ${reader.at}`);
  let last = BigInt(page.from);
  for (const { position } of page.changes) {
    if (BigInt(position) <= last || BigInt(position) > BigInt(page.to))
      throw new Error(`${position} after ${last} in a stretch to ${page.to}`);
    last = BigInt(position);
  }
  reader.changes.push(...page.changes);
  reader.at = page.to;
}

/** Everything after a position, page by page. */
export async function walk(desk: TestDesk, who: Who, ask: Ask = {}): Promise<{ at: string; changes: Change[] }> {
  const reader = { at: ask.after ?? "0", changes: [] as Change[] };
  for (let more = true; more; ) {
    const page = await changesOf(desk, who, { ...ask, after: reader.at });
    apply(reader, page);
    more = page.hasMore;
  }
  return reader;
}
