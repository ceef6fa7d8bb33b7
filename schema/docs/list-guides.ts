import { markdown } from "./fences.ts";

export type GuideGroup = {
  readonly title: string;
  readonly guides: readonly { readonly name: string; readonly about: string }[];
};

/** The guides in their order, as the folder's README lists them under its headings: `- [Title](file.md): what about`. */
export function listGuides(readme: string): GuideGroup[] {
  const groups: { title: string; guides: { name: string; about: string }[] }[] = [];
  const tokens = markdown.parse(readme, {});
  tokens.forEach((token, i) => {
    if (token.type === "heading_open" && token.tag === "h2")
      groups.push({ title: tokens[i + 1]?.content ?? "", guides: [] });
    const [, of, file, about] = /^\[[^\]]+\]\((?:\.\.\/([\w-]+)\/)?([\w-]+)\.md\): (.+)$/s.exec(token.content) ?? [];
    const name = of ?? file; // another folder's README is a guide by its folder's name
    if (name && about) groups.at(-1)?.guides.push({ name, about: about.replaceAll("\n", " ") });
  });
  return groups;
}
