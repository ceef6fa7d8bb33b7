import type { Page } from "playwright-core";

type Message = { readonly [field: string]: any };

/** What a desk would send that knew no measure: many times what it was asked for, of everything. */
const swollen = { rows: 5_000, sessions: 200, days: 60, count: 1_234_567 };
const LONG = "Consolidated Amalgamated Intercontinental Holdings ".repeat(6).slice(0, 300);

const days = Array.from({ length: swollen.days }, (_, i) => `day ${i}`);

const rowsFrom = (rows: readonly Message[]): Message[] =>
  Array.from({ length: swollen.rows }, (_, i) => ({
    ...rows[i % rows.length],
    ...{ ticketId: `${i}`, number: 1_000_000 + i, orderKey: String(i).padStart(6, "0") },
    ...{ client: `${i} ${LONG}`, subject: `${LONG}${LONG}`, team: LONG, assignee: i % 2 === 0 ? null : `${i}${LONG}` },
  }));
const counts = { breached: swollen.count, atRisk: swollen.count, onTrack: swollen.count, paused: swollen.count };

/** The same message, far larger. */
function swell(message: Message): Message {
  const { rows, sessions, runway, forecast } = message;
  return {
    ...message,
    counts: { ...message["counts"], ...counts },
    ...(rows?.length > 0 && { rows: rowsFrom(rows) }),
    ...(runway && {
      runway: [
        ...runway.slice(0, -1),
        ...days.map((day) => ({ ...runway.at(-1), key: day, label: day })),
        runway.at(-1),
      ].map((bin) => ({ ...bin, count: swollen.count })),
    }),
    ...(sessions?.length > 0 && {
      sessions: Array.from({ length: swollen.sessions }, (_, i) => ({
        ...sessions[0],
        ...{ technician: `${i}${LONG}`, client: LONG, usedTodaySeconds: 360_000 },
      })),
    }),
    ...(forecast && {
      forecast: {
        total: swollen.count,
        breaches: Array.from({ length: 500 }, (_, i) => ({
          ...{ number: 1_000_000 + i, client: LONG, clientCode: LONG, dueAt: message["asOf"], takeBy: message["asOf"] },
        })),
      },
    }),
  };
}

/** Stands between a page and the desk's socket, and makes its boards far larger than they were asked for. */
export const swellBoards = (page: Page): Promise<void> =>
  page.routeWebSocket(/\/graphql$/, (near) => {
    const far = near.connectToServer();
    far.onMessage((text) => {
      const told = JSON.parse(String(text));
      const { wall, queue } = told.payload?.data ?? {};
      if (wall?.wall) told.payload.data.wall = { ...wall, wall: swell(wall.wall) };
      else if (wall) told.payload.data.wall = swell(wall);
      if (queue) told.payload.data.queue = swell(queue);
      near.send(JSON.stringify(told));
    });
  });
