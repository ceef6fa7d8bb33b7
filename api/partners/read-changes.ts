import { GraphQLError } from "graphql";
import type { House } from "../platform/house.ts";
import type { Viewer } from "../platform/viewer.ts";
import { changePage, feedEnd, type PageOfFeed, type PageRow, readPage } from "./change-page.sql.ts";
import { type Feed, feedOf, type Wanted } from "./feed-of.ts";

/** The reader waited longer than changes are kept: it takes an export, or everything anew, and goes on from here. */
const cursorExpired = (position: string, days: number) =>
  new GraphQLError(
    `Changes are kept for ${days} days, and what follows this position is older. Read everything anew, then go on after \`position\`.`,
    { extensions: { code: "CURSOR_EXPIRED", position } },
  );

/** One page of the viewer's feed; refuses what cannot be continued. */
export async function readChanges(
  house: House,
  viewer: Viewer,
  after: string,
  first: number,
  wanted: Wanted,
): Promise<PageOfFeed> {
  const feed = feedOf(viewer);
  const { feedRetentionDays } = house.settings;
  const answer = await house.read<PageRow>(viewer, changePage(feed, after, first + 1, wanted));
  const page = readPage(feed, after, first, feedRetentionDays, answer);
  if (page === null)
    throw new GraphQLError("This position lies ahead of your feed: it is from another one.", {
      extensions: { code: "BAD_USER_INPUT" },
    });
  if ("kind" in page) throw cursorExpired(page.end, feedRetentionDays);
  return page;
}

/** Where a feed stands now. */
export async function endOf(house: House, viewer: Viewer, feed: Feed = feedOf(viewer)): Promise<string> {
  const [row] = await house.read<{ last: string }>(viewer, feedEnd(feed));
  return row?.last ?? "0";
}
