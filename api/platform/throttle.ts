/** So many points at most, so many more with each second. Machine time: a sandbox's clock refills nothing. */
export type Budget = { readonly maximum: number; readonly restorePerSecond: number };

/** What somebody may still spend of their budgets together. */
export type Throttle = Budget & { readonly available: number };

/**
 * Who may spend how much. Limits slow integrations, not people: a partner's key has a reserve that is its own, and shares
 * a pool with the partner's other keys; people and screens have budgets that only a runaway page could use up.
 */
export type Budgets = {
  /** Points of one operation. Never more than the smallest reserve: whatever may run at all can be saved up for. */
  readonly operationCost: number;
  readonly reserve: Budget;
  readonly pool: Budget;
  readonly source: Budget;
  readonly person: Budget;
  /** Operations that run at once for one key, and for all integrations together; and how many of a key may wait. */
  readonly atOncePerKey: number;
  readonly atOnceInAll: number;
  readonly waitingPerKey: number;
};
