/** A view that a technician has named: the query of its address. */
export type KeptView = { readonly name: string; readonly search: string };
export type KeptViews = readonly KeptView[];

const LONGEST = 40;
export const nameOf = (text: string): string => text.trim().replace(/\s+/g, " ").slice(0, LONGEST);

/** What is not of this shape is not taken for a view: the browser's store may hold anything. */
export function readViews(text: string | null): KeptViews {
  try {
    const read: unknown = JSON.parse(text ?? "[]");
    if (!Array.isArray(read)) return [];
    return read.flatMap((view) =>
      typeof view?.name === "string" && typeof view.search === "string" && nameOf(view.name)
        ? [{ name: nameOf(view.name), search: view.search }]
        : [],
    );
  } catch {
    return [];
  }
}

/** Keeps a view under a name; another of the same name makes way. */
export const keepView = (views: KeptViews, { name, search }: KeptView): KeptViews => {
  const kept = { name: nameOf(name), search };
  const at = views.findIndex((view) => view.name === kept.name);
  return at === -1 ? [...views, kept] : views.with(at, kept);
};

/** Calls a view otherwise, in its place; one that was called so before makes way. */
export const renameView = (views: KeptViews, from: string, to: string): KeptViews =>
  views
    .filter(({ name }) => name === from || name !== nameOf(to))
    .map((view) => (view.name === from ? { ...view, name: nameOf(to) } : view));

export const dropView = (views: KeptViews, name: string): KeptViews => views.filter((view) => view.name !== name);
