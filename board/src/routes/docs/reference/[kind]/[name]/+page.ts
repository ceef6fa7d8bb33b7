import names from "virtual:docs/names";
import pages from "virtual:docs/pages";
import { error } from "@sveltejs/kit";
import type { Item } from "../../../../../../../schema/docs/reference.ts";

export const entries = () => names.map(({ kind, name }) => ({ kind, name }));

export async function load({ params }) {
  const read = pages[`${params.kind}/${params.name}`];
  if (!read) error(404, "The contract has nothing of this name.");
  return { item: (await read()).default as Item };
}
