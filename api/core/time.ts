/** An instant of desk time: whole seconds since 1970-01-01T00:00:00Z, on the UTC line. */
export type Instant = number & { readonly __instant: unique symbol };

/** A length of time in whole seconds. Say in the name whether it is counted (operating) or wall time. */
export type Seconds = number & { readonly __seconds: unique symbol };

/** A half-open stretch of time, `[from, until)`. */
export type Period = { readonly from: Instant; readonly until: Instant };

export const minutes = (n: number): Seconds => (n * 60) as Seconds;
export const hours = (n: number): Seconds => (n * 3600) as Seconds;
export const weeks = (n: number): Seconds => (n * 604_800) as Seconds;
