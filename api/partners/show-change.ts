import type { Named } from "../core/event-parts.ts";
import type { LogRow } from "../platform/event-log.ts";
import { type IdType, toGlobalId } from "../platform/global-id.ts";
import { originOf, type Viewer } from "../platform/viewer.ts";
import type { Change } from "./change.graphql.ts";
import { placeIn } from "./change-page.sql.ts";
import { changeWord } from "./change-types.ts";
import { changedFields } from "./changed-fields.ts";
import { type Feed, feedOf } from "./feed-of.ts";

/** The same id in the feed, in the subscription and in every webhook. */
export const changeId = (eventId: string): string => `evt_${eventId.replaceAll("-", "")}`;

const actorTypes: { readonly [kind in string]?: IdType } = {
  TECHNICIAN: "Technician",
  MANAGER: "Technician",
  REQUESTER: "Contact",
  PARTNER: "Partner",
};

/** Who did it. A token that stands for nobody who is kept has a name and no id. */
export const showActor = ({ kind, id, name }: LogRow["actor"]) => {
  const type = actorTypes[kind];
  return { kind, id: type && id ? toGlobalId(type, id) : null, name };
};

const filesOf = ({ payload }: LogRow) =>
  ((payload["attachments"] ?? []) as Named[]).map(({ id, name }) => ({ id: toGlobalId("Attachment", id), name }));

/** An event as a reader of a feed sees it. */
export function showEvent(feed: Feed, row: LogRow) {
  return {
    row,
    id: changeId(row.id),
    position: placeIn(feed, row),
    type: changeWord(row.type),
    at: row.at,
    actor: showActor(row.actor),
    origin: row.origin && toGlobalId("ApiKey", row.origin),
    ticketId: row.ticketId && toGlobalId("Ticket", row.ticketId),
    ticketVersion: row.ticketVersion,
    changed: changedFields(row),
    attachments: filesOf(row),
  };
}

export const showChange = (viewer: Viewer, row: LogRow): Change & { row: LogRow } => ({
  ...showEvent(feedOf(viewer), row),
  own: row.origin !== null && row.origin === originOf(viewer),
});
