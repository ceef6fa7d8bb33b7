import groups from "virtual:docs/guides";
import { error } from "@sveltejs/kit";

export const prerender = true;

const texts: Record<string, string> = import.meta.glob(["../../../../../schema/guides/*.md", "../../../../../schema/sdk/README.md"], {
  query: "?raw",
  import: "default",
  eager: true,
});

const fileOf = (guide: string) =>
  `../../../../../schema/${guide === "sdk" ? "sdk/README" : `guides/${guide}`}.md`;

export const entries = () => groups.flatMap(({ guides }) => guides.map(({ name }) => ({ guide: name })));

export function GET({ params }) {
  const text = texts[fileOf(params.guide)];
  if (text === undefined) error(404, "There is no such guide.");
  return new Response(text, { headers: { "content-type": "text/markdown; charset=utf-8" } });
}
