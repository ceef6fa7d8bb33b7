import type { LineShown } from "./documents.ts";
import { spoken } from "./words.ts";

/**
 * What others have said after the line at which a draft was begun: whoever writes should know before it is sent. Null as
 * the line: it was begun when nothing stood there. Nothing where the line is not here (any more): better silent than wrong.
 */
export function saidMeanwhile(
  lines: readonly Pick<LineShown, "id" | "kind" | "actor">[],
  since: string | null,
  me: string | null,
): string[] {
  const at = since === null ? -1 : lines.findIndex((line) => line.id === since);
  if (since !== null && at === -1) return [];
  const others = lines.slice(at + 1).filter((line) => spoken(line.kind) && line.actor !== me);
  return [...new Set(others.map((line) => line.actor))];
}

/** `Theo replied`, `Theo and Nora wrote`: who, as one says it. */
export const namesOf = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
