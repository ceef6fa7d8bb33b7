import type { Budgets } from "../../platform/throttle.ts";
import type { ViewerKind } from "../../platform/viewer.ts";

/**
 * The budgets of a desk. A point is some 40 µs of a processor, so that a key that spends all it can takes about a hundredth
 * of one, and nobody can tell (`npm run bench -- limits`). A verb costs 100: a key alone may act three times a second for
 * ever, and two hundred times at once; what comes in bulk has the change feed and exports.
 */
export const BUDGETS: Budgets = {
  operationCost: 2_000,
  reserve: { maximum: 8_000, restorePerSecond: 100 },
  pool: { maximum: 16_000, restorePerSecond: 200 },
  source: { maximum: 16_000, restorePerSecond: 200 },
  person: { maximum: 200_000, restorePerSecond: 50_000 },
  atOncePerKey: 4,
  atOnceInAll: 8,
  waitingPerKey: 50,
};

/** A key that asks on although it was told to wait is told so at most this often: a flood of refusals would cost what its budget saves. */
export const REFUSALS_PER_SECOND = 10;

/** A monitoring source is an integration with a reserve of its own: a partner's noisy key must not cost an alert. */
export const isIntegration = (kind: ViewerKind): boolean => kind === "PARTNER" || kind === "MONITORING";
