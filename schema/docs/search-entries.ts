import type { Guide } from "./read-guide.ts";
import type { Item } from "./reference.ts";

/** One thing that can be found. */
export type Entry = {
  readonly title: string;
  /** Where it belongs: the guide, or the kind of thing in the reference. */
  readonly of: string;
  readonly path: string;
  readonly text: string;
};

const singular: { readonly [kind in Item["kind"]]: string } = {
  queries: "Query",
  mutations: "Mutation",
  subscriptions: "Subscription",
  objects: "Object",
  interfaces: "Interface",
  unions: "Union",
  inputs: "Input",
  enums: "Enum",
  scalars: "Scalar",
};
export const wordFor = (kind: Item["kind"]): string => singular[kind];

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** Everything that the search of the docs knows: the guides' sections, all types, fields, arguments and values. */
export function searchEntries(guides: readonly Guide[], items: readonly Item[]): Entry[] {
  const ofGuides = guides.flatMap((guide) =>
    guide.sections.map((section) => ({
      title: section.heading || guide.title,
      of: section.heading ? guide.title : "Guide",
      path: `/docs/${guide.name}${section.id && `#${section.id}`}`,
      text: section.text.slice(0, 400),
    })),
  );
  const ofReference = items.flatMap((item) => {
    const operation = item.type !== null;
    const member = (owner: string) => (m: Item["members"][number]) => ({
      title: operation && owner === item.name ? `${item.name}(${m.name})` : `${owner}.${m.name}`,
      of: operation && owner === item.name ? "Argument" : m.type === null ? "Value" : "Field",
      path: `${item.path}#${m.anchor}`,
      text: plain(m.description),
    });
    return [
      { title: item.name, of: wordFor(item.kind), path: item.path, text: plain(item.description) },
      ...item.members.map(member(item.name)),
      ...item.parts.flatMap((part) => [
        { title: part.name, of: part.title, path: `${item.path}#${part.name}`, text: plain(part.description) },
        ...part.members.map(member(part.name)),
      ]),
    ];
  });
  return [...ofGuides, ...ofReference];
}
