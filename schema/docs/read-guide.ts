import type { Token } from "markdown-it";
import type { AddressOf } from "./address.ts";
import { blocksOf, renderBlock, saidIn } from "./blocks.ts";
import { type Fence, readInfo } from "./fences.ts";
import { continues, figure } from "./figures.ts";
import type { Highlight } from "./highlight.ts";
import { slug } from "./slug.ts";

export type Heading = { readonly depth: number; readonly text: string; readonly id: string };
/** What the explorer is filled with. */
export type Filling = { readonly query: string; readonly variables: string };
/** A stretch of a guide under one heading, as text, for the search. */
export type Section = { readonly heading: string; readonly id: string; readonly text: string };
export type Guide = {
  readonly name: string;
  readonly title: string;
  /** The first paragraph, as text. */
  readonly summary: string;
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly fillings: { readonly [example: string]: Filling };
};
export type Setting = {
  readonly highlight: Highlight;
  readonly addressOf: AddressOf;
  readonly guides: readonly string[];
};

/** Makes a page of a guide: headings with anchors, examples as figures, names of the contract as links. */
export function readGuide(name: string, text: string, { highlight, addressOf, guides }: Setting): Guide {
  const headings: Heading[] = [];
  const sections: { heading: string; id: string; text: string }[] = [{ heading: "", id: "", text: "" }];
  const fillings: Record<string, Filling> = {};
  const html: string[] = [];
  let title = "";
  const blocks = blocksOf(text).filter(([first]) => first?.type !== "html_block"); // comments: for the tests only
  for (let block = blocks.shift(); block; block = blocks.shift()) {
    const heading = headingOf(block);
    if (heading?.depth === 1) title = heading.text;
    else if (heading) {
      headings.push(heading);
      sections.push({ heading: heading.text, id: heading.id, text: "" });
      const inside = renderBlock([block[1] as Token], addressOf, guides);
      const { depth, id } = heading;
      html.push(`<h${depth} id="${id}"><a class="anchor" href="#${id}">${inside}</a></h${depth}>`);
    } else if (block[0]?.type === "fence") {
      const fences = [fenceOf(block)];
      while (blocks[0]?.[0]?.type === "fence" && continues(fenceOf(blocks[0])))
        fences.push(fenceOf(blocks.shift() as Token[]));
      html.push(figure(fences, highlight, fill(name, fences, fillings)));
    } else {
      const section = sections.at(-1);
      if (section) section.text += `${saidIn(block)} `;
      html.push(renderBlock(block, addressOf, guides));
    }
  }
  const summary = sections.map((section) => section.text).find(Boolean) ?? "";
  return { name, title, summary: summary.trim(), html: html.join("\n"), headings, sections, fillings };
}

function headingOf(block: readonly Token[]): Heading | null {
  if (block[0]?.type !== "heading_open") return null;
  const text = saidIn(block);
  return { depth: Number(block[0].tag.slice(1)), text, id: slug(text) };
}

function fenceOf([token]: readonly Token[]): Fence {
  const { info = "", content = "", map } = token ?? {};
  return { ...readInfo(info), text: content, lines: [map?.[0] ?? 0, map?.[1] ?? 0] };
}

/** An operation is an example that the explorer can be filled with. */
function fill(guide: string, fences: readonly Fence[], fillings: Record<string, Filling>): string | null {
  const [first, ...rest] = fences as [Fence, ...Fence[]];
  if (first.language !== "graphql" || first.settings["not-run"]) return null;
  const id = `${guide}-${Object.keys(fillings).length + 1}`;
  fillings[id] = { query: first.text, variables: rest.find((f) => f.words.includes("variables"))?.text ?? "" };
  return id;
}
