import { toGlobalId } from "../platform/global-id.ts";
import { type BoardFilter, passes } from "./board-view.ts";
import type { Forecast } from "./forecast.ts";

const ON_A_WALL = 5;
export const OF_A_QUEUE = 50;

/** What is foreseen has no owner, and its clock runs. */
const UNHELD = { assigneeId: null, pausedAt: null } as const;

/** A forecast as the contract shows it: of the tickets that pass, the first few. */
export function showForecast({ breaches, ...rest }: Forecast, most = ON_A_WALL, filter: BoardFilter = {}) {
  const own = breaches.filter(({ ticket }) => passes({ ...ticket, ...UNHELD }, filter));
  const shown = own.slice(0, most).map(({ ticket: { id, number, client, clientCode, metric }, ...breach }) => ({
    ...{ ticketId: toGlobalId("Ticket", id), number, client, clientCode, metric },
    ...{ dueAt: breach.dueAt, takeBy: breach.takeBy, expectedAt: breach.expectedAt },
  }));
  return { ...rest, breaches: shown, total: own.length };
}
