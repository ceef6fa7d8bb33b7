import groups from "virtual:docs/guides";
import pages from "virtual:docs/pages";
import { error } from "@sveltejs/kit";
import type { Heading } from "../../../../../schema/docs/read-guide.ts";

type Shown = {
  readonly title: string;
  readonly summary: string;
  readonly html: string;
  readonly headings: readonly Heading[];
};

const order = groups.flatMap(({ guides }) => guides);
export const entries = () => order.map(({ name }) => ({ guide: name }));

export async function load({ params }) {
  const at = order.findIndex(({ name }) => name === params.guide);
  const read = pages[`guide/${params.guide}`];
  if (at < 0 || !read) error(404, "There is no such guide.");
  const guide = (await read()).default as Shown;
  return { guide, name: params.guide, before: order[at - 1], after: order[at + 1] };
}
