import type { Context } from "../platform/context.ts";
import { toGlobalId } from "../platform/global-id.ts";
import type { House } from "../platform/house.ts";
import { Live } from "../platform/live/story.ts";
import { BoardStory } from "./board-story.ts";
import type { BoardFilter, BoardRow } from "./board-view.ts";
import { forecastOf } from "./forecast.ts";
import { showForecast } from "./show-forecast.ts";
import { type Picture, sharedPicture, wallSessions } from "./wall-view.ts";

export type Order = "QUEUE" | "WALL";
const MOST_WALL_ROWS = 30;
const MOST_QUEUE_ROWS = 100;

export const showRow = (row: BoardRow): BoardRow => ({ ...row, ticketId: toGlobalId("Ticket", row.ticketId) });
const within = (rows: number, most: number) => Math.min(Math.max(rows, 1), most);

/** All that a wall shows besides its rows. */
export async function wallFacts(house: House, { view, clock, pulseAt, pulseAgeSeconds }: Picture) {
  const { asOf, counts, runway, desk, total: rowsOf } = view;
  const sessions = await wallSessions(house, clock.now);
  return {
    ...{ asOf, clock, pulseAt, pulseAgeSeconds, ...desk, counts, runway, rowsOf },
    sessions: sessions.map((s) => ({ ...s, ticketId: toGlobalId("Ticket", s.ticketId) })),
  };
}

export async function wallRowsOf({ view }: Picture, rows: number) {
  const shown = await view.rows("WALL", within(rows, MOST_WALL_ROWS));
  return { rows: shown.rows.map(showRow), calendars: shown.calendars };
}

/** The library's word for what a subscription answers; the hub, which alone subscribes to a live field, takes it as it is. */
const subscribed = (live: Live) => live as unknown as AsyncIterable<never>;

/** The wall as it goes on: told alike to all who watch so many rows of it. */
export const liveWall = ({ house, viewer }: Context, rows: number) =>
  subscribed(
    new Live(() =>
      BoardStory.begin({
        look: async () => {
          const picture = await sharedPicture(house, viewer, {});
          const [facts, shown, foreseen] = await Promise.all([
            wallFacts(house, picture),
            wallRowsOf(picture, rows),
            forecastOf(house, picture.clock.now),
          ]);
          return { ...shown, position: picture.position, facts: { ...facts, forecast: showForecast(foreseen) } };
        },
        showing: ({ counts, rowsOf, openUntil, opensAt, sessions, forecast }) => [
          ...[counts, rowsOf, openUntil, opensAt],
          ...[forecast.total, forecast.breaches.map((b) => [b.ticketId, b.takeBy])],
          sessions.map((s) => [s.ticketId, s.startedAt, s.runningSessions]),
        ],
        all: ({ facts, position, rows: all, calendars }) => ({ wall: { ...facts, position, rows: all, calendars } }),
        build: house.build,
      }),
    ),
  );

/** The first rows of an order as they go on. */
export const liveQueue = ({ house, viewer }: Context, filter: BoardFilter, order: Order, first: number) =>
  subscribed(
    new Live(() =>
      BoardStory.begin({
        look: async () => {
          const { view, clock, pulseAt, pulseAgeSeconds, position } = await sharedPicture(house, viewer, filter);
          const { asOf, counts, total } = view;
          const { rows, calendars } = await view.rows(
            order === "QUEUE" ? "QUEUE" : "WALL_ALL",
            within(first, MOST_QUEUE_ROWS),
          );
          return {
            rows: rows.map(showRow),
            calendars,
            position,
            facts: { asOf, clock, pulseAt, pulseAgeSeconds, counts, total },
          };
        },
        showing: ({ counts, total }) => [counts, total],
        all: ({ facts, rows, calendars }) => ({ ...facts, rows, calendars }),
        build: house.build,
      }),
    ),
  );
