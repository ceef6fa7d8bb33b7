import type { When } from "./conditions.ts";

/** What an argument says: a value, or a variable and what stands for it when it is left out. */
export type Said = { readonly variable: string | null; readonly value: unknown };
/** How many items a list may have: so many, or as an argument says. */
export type Size = { readonly most: number; readonly said: readonly Said[] };

/** An argument that costs something by itself, when it is given; a variable may be null. */
export type Given = { readonly points: number; readonly variable: string | null };

/** One priced field of an operation: what it costs for each parent, and what each of its items costs in turn. */
export type Step = {
  /** The name by which the answer shows it. */
  readonly key: string;
  readonly points: number;
  /** Charged even where the answer is null: the work was done. */
  readonly asked: boolean;
  readonly given: readonly Given[];
  readonly items: Size | null;
  /** It is there when any of these hold. */
  readonly when: readonly When[];
  /** The ids it is asked by, where each says of which type it is: of the types of `inside`, in their order. */
  readonly ids: { readonly said: Said; readonly types: readonly string[] } | null;
  /** What stands inside, by each type it may turn out to be. */
  readonly inside: readonly (readonly Step[])[];
};
