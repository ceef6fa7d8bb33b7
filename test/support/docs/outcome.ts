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
  instead: `${asShown(came, names)}\n`,
});

/** An answer as a guide shows it: laid out, under the names that are shown, without what is told of every answer elsewhere. */
export const asShown = (came: unknown, names: Names): string =>
  layOut(JSON.parse(names.toShown(JSON.stringify(tidy(came)))));

function tidy(came: any): unknown {
  if (Array.isArray(came) || typeof came !== "object" || came === null) return came;
  const { extensions: _everywhere, errors, ...rest } = came;
  const shown = errors?.map(({ locations: _where, extensions: { requestId: _id, ...known }, ...error }: any) => ({
    ...error,
    extensions: known,
  }));
  return { ...(shown && { errors: shown }), ...rest };
}
