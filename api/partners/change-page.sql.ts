import type { Instant } from "../core/time.ts";
import { type LogRow, logColumns } from "../platform/event-log.ts";
import type { Query } from "../platform/read.ts";
import type { Feed, Wanted } from "./feed-of.ts";

/** How much of the log one page looks through: a filter that matches little costs no more than this. */
export const WINDOW = 1_000;

/** A row of the page, and beside each the same three: how far the feed goes, and what follows the reader's position. */
type PageRow = LogRow & {
  last: string;
  nextPosition: string | null;
  nextAt: Instant | null;
  now: Instant;
  /** False for the one row of a page that holds no event. */
  found: boolean;
};

/**
 * What follows a position in a feed, at most `limit` events that are wanted among the next thousand. One statement, so
 * that the counter and the rows are of the same instant: the mover writes both in one. Uses event (partner_id,
 * partner_position), or the key of event for the desk's own.
 */
export function changePage(feed: Feed, after: string, limit: number, wanted: Wanted): Query {
  const place = `event.${feed.column}`;
  const own = feed.desk ? "true" : "event.partner_id = $1::uuid";
  return {
    name: `change-page-${feed.desk ? "desk" : "partner"}`,
    text: `
      with counter as (select coalesce((select last from event_counter where partner_id = $1::uuid), 0) as last),
      next as (select ${place} as position, event.at from event where ${own} and ${place} > $2::bigint order by ${place} limit 1)
      select counter.last::text as last, next.position::text as "nextPosition", next.at as "nextAt",
             extract(epoch from (select desk_now()))::float8 as now, e.id is not null as found, e.*
        from counter left join next on true left join lateral (
          select ${logColumns} from event
           where ${own} and ${place} > $2::bigint and ${place} <= $2::bigint + ${WINDOW}
             and ($4::text[] is null or event.type = any($4)) and event.origin is distinct from coalesce($5::text, '')
             and not ($6::boolean and event.actor->>'kind' = 'PARTNER')
             and ${feed.desk ? "true" : "event.payload->>'commitment' is distinct from 'INTERNAL'"}
           order by ${place} limit $3) e on true
       order by e."${feed.desk ? "position" : "partnerPosition"}"::bigint`,
    values: [feed.counter, after, limit, wanted.types, wanted.notOrigin, wanted.notPartner],
  };
}

/** How far the feed goes now. */
export const feedEnd = (feed: Feed): Query => ({
  name: "feed-end",
  text: "select coalesce((select last from event_counter where partner_id = $1::uuid), 0)::text as last",
  values: [feed.counter],
});

/** One page: what was found, where it begins and ends, and whether there is more behind it. */
export type PageOfFeed = { from: string; to: string; end: string; rows: LogRow[]; more: boolean };
/** What follows is not kept any more: the feed ends at `end`, and what is left of it follows `resume`. */
export type Expired = { kind: "expired"; end: string; resume: string };

/** The place of an event in a feed. */
export const placeIn = (feed: Feed, row: LogRow): string => (feed.desk ? row.position : row.partnerPosition);

/**
 * Reads the answer to `changePage(…, first + 1, …)`. A reader whose next event is gone, or older than what is kept, has
 * expired; one beyond the end has another feed's position, and null is answered.
 */
export function readPage(
  feed: Feed,
  after: string,
  first: number,
  retentionDays: number,
  answer: readonly PageRow[],
): PageOfFeed | Expired | null {
  const { last: end, nextPosition, nextAt, now } = answer[0] as PageRow;
  if (BigInt(after) > BigInt(end)) return null;
  const gone = BigInt(after) < BigInt(end) && nextPosition !== String(BigInt(after) + 1n);
  if (gone || (nextAt !== null && nextAt < now - retentionDays * 86_400))
    return { kind: "expired", end, resume: nextPosition === null ? end : String(BigInt(nextPosition) - 1n) };
  const rows = answer.filter((row) => row.found);
  const beyond = rows[first];
  const window = BigInt(after) + BigInt(WINDOW);
  const reach = window < BigInt(end) ? window : BigInt(end);
  // up to just before the next event that is wanted, or as far as was looked
  const to = beyond ? BigInt(placeIn(feed, beyond)) - 1n : reach;
  return { from: after, to: String(to), end, rows: rows.slice(0, first), more: to < BigInt(end) };
}
export type { PageRow };
