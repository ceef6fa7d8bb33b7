import type { GraphQLError } from "graphql";
import { badInput } from "./refusals.ts";
import { SHAPE } from "./shape-limits.ts";

/** What no text of a database can hold, and what its protocol breaks on. */
const NUL = "\u0000";
export const nulInText = () =>
  badInput("A text of this request holds the character NUL (U+0000), which cannot be kept.");
const tooMuch = (name: "variablesDepth" | "variablesValues" | "variablesBytes", sentence: string) =>
  badInput(sentence, { name, maximum: SHAPE[name] });

/** Judges variables without recursion: what is nested too deep must not be walked to its end. Sizes are of texts and names. */
export function faultOfVariables(variables: unknown): GraphQLError | null {
  let level: unknown[] = [variables];
  let values = 0;
  let size = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > SHAPE.variablesDepth)
      return tooMuch("variablesDepth", `Variables are nested at most ${SHAPE.variablesDepth} deep.`);
    const next: unknown[] = [];
    for (const value of level) {
      values += 1;
      if (typeof value === "string") {
        size += value.length;
        if (value.includes(NUL)) return nulInText();
      } else if (Array.isArray(value)) for (const item of value) next.push(item);
      else if (value !== null && typeof value === "object")
        for (const [name, inner] of Object.entries(value)) {
          size += name.length;
          next.push(inner);
        }
      if (values + next.length > SHAPE.variablesValues)
        return tooMuch("variablesValues", `Variables hold at most ${SHAPE.variablesValues} values.`);
      if (size > SHAPE.variablesBytes)
        return tooMuch("variablesBytes", `Variables hold at most ${SHAPE.variablesBytes} bytes.`);
    }
    level = next;
  }
  return null;
}
