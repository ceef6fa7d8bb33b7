import type { Fence } from "../../../schema/docs/fences.ts";
import { readJson } from "./http.ts";
import { layOut } from "./lay-out.ts";
import { differences, type Names } from "./same.ts";

/** What an example showed wrongly, and what should stand there instead. */
export type Outcome = { readonly wrong: readonly string[]; readonly fence?: Fence; readonly instead?: string };

/** Compares an answer with the one that is shown. */
export const sameJson = (shown: Fence, came: unknown, names: Names): Outcome => ({
  wrong: differences(readJson(shown.text), came, names),
  fence: shown,
  instead: `${asShown(came, names, shown.text)}\n`,
});

/**
 * An answer as a guide shows it: laid out, under the names that are shown, without what is told of every answer
 * elsewhere, unless this is where.
 */
export const asShown = (came: unknown, names: Names, shown: string): string =>
  layOut(
    JSON.parse(names.toShown(JSON.stringify(tidy(came, shown.includes('"extensions": {}') || /"cost"/.test(shown))))),
  );

function tidy(came: any, withCost: boolean): unknown {
  if (Array.isArray(came) || typeof came !== "object" || came === null) return came;
  const { extensions, errors, ...data } = came;
  const rest = { ...data, ...(withCost && { extensions }) };
  const shown = errors?.map(({ locations: _where, extensions: { requestId: _id, ...known }, ...error }: any) => ({
    ...error,
    extensions: known,
  }));
  return { ...(shown && { errors: shown }), ...rest };
}
