import type { Budgets } from "../../platform/throttle.ts";
import type { ViewerKind } from "../../platform/viewer.ts";

/** The budgets of a desk. A verb costs 40 points, so that a key alone may act five times a second for ever, and a hundred times at once. */
export const BUDGETS: Budgets = {
  operationCost: 2_000,
  reserve: { maximum: 4_000, restorePerSecond: 200 },
  pool: { maximum: 8_000, restorePerSecond: 400 },
  source: { maximum: 4_000, restorePerSecond: 200 },
  person: { maximum: 200_000, restorePerSecond: 50_000 },
  atOncePerKey: 4,
  atOnceInAll: 8,
  waitingPerKey: 50,
};

/** A monitoring source is an integration with a reserve of its own: a partner's noisy key must not cost an alert. */
export const isIntegration = (kind: ViewerKind): boolean => kind === "PARTNER" || kind === "MONITORING";
