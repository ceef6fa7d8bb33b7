import type { When } from "./conditions.ts";

/** How many items a list may have: so many, or as a variable says. */
export type Size = { readonly most: number; readonly said: readonly { variable: string | null; value: unknown }[] };

/** One priced field of an operation: what it costs for each parent, and what each of its items costs in turn. */
export type Step = {
  /** The name by which the answer shows it. */
  readonly key: string;
  readonly points: number;
  /** Charged even where the answer is null: the work was done. */
  readonly asked: boolean;
  readonly items: Size | null;
  /** It is there when any of these hold. */
  readonly when: readonly When[];
  /** What stands inside, by each type it may turn out to be. */
  readonly inside: readonly (readonly Step[])[];
};
