import type { Token } from "markdown-it";
import type { AddressOf } from "./address.ts";
import { type Fence, markdown, readInfo } from "./fences.ts";
import { continues, figure } from "./figures.ts";
import type { Highlight } from "./highlight.ts";
import { slug } from "./slug.ts";
import { codeToHtml } from "./words.ts";

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
  const sections: { heading: string; id: string; text: string }[] = [];
  const fillings: Record<string, Filling> = {};
  const html: string[] = [];
  let title = "";
  let summary = "";
  const tokens = markdown.parse(text, {});
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.type === "html_block") continue; // comments: for the tests only
    if (token.type === "fence") {
      const fences = [fenceOf(token)];
      for (let next = tokens[i + 1]; next?.type === "fence" && continues(fenceOf(next)); next = tokens[++i + 1])
        fences.push(fenceOf(next));
      html.push(figure(fences, highlight, fill(name, fences, fillings)));
      continue;
    }
    if (token.type === "heading_open") {
      const depth = Number(token.tag.slice(1));
      const inline = tokens[i + 1] as Token;
      const heading = { depth, text: textOf(inline), id: slug(textOf(inline)) };
      i += 2;
      sections.push({ heading: depth === 1 ? "" : heading.text, id: depth === 1 ? "" : heading.id, text: "" });
      if (depth === 1) title = heading.text;
      else {
        headings.push(heading);
        const inside = render([inline], addressOf, guides);
        html.push(`<h${depth} id="${heading.id}"><a class="anchor" href="#${heading.id}">${inside}</a></h${depth}>`);
      }
      continue;
    }
    const end = endOf(tokens, i);
    const block = tokens.slice(i, end + 1);
    const said = block.map(textOf).filter(Boolean).join(" ");
    summary ||= said;
    const section = sections.at(-1);
    if (section) section.text += `${said} `;
    html.push(render(callout(block), addressOf, guides));
    i = end;
  }
  return { name, title, summary, html: html.join("\n"), headings, sections, fillings };
}

function fenceOf(token: Token): Fence {
  const [from = 0, until = 0] = token.map ?? [];
  return { ...readInfo(token.info), text: token.content, lines: [from, until] };
}

/** An operation is an example that the explorer can be filled with. */
function fill(guide: string, fences: readonly Fence[], fillings: Record<string, Filling>): string | null {
  const [first, ...rest] = fences as [Fence, ...Fence[]];
  if (first.language !== "graphql" || first.settings["not-run"]) return null;
  const id = `${guide}-${Object.keys(fillings).length + 1}`;
  fillings[id] = { query: first.text, variables: rest.find((f) => f.words.includes("variables"))?.text ?? "" };
  return id;
}

/** The last token of the block that begins here. */
function endOf(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    depth += tokens[i]?.nesting ?? 0;
    if (depth <= 0) return i;
  }
  return tokens.length - 1;
}

const textOf = (token: Token): string =>
  token.children?.map((child) => (child.type.includes("break") ? " " : child.content)).join("") ?? "";

/** A quotation that begins with [!NOTE] is a note, as code hosts show it. */
function callout(block: Token[]): Token[] {
  const inline = block[0]?.type === "blockquote_open" ? block.find(({ type }) => type === "inline") : undefined;
  const kind = /^\[!(\w+)\]/.exec(inline?.content ?? "")?.[1];
  if (!inline || !kind) return block;
  inline.children = inline.children?.slice(inline.children[1]?.type === "softbreak" ? 2 : 1) ?? null;
  block[0]?.attrSet("class", kind.toLowerCase());
  return block;
}

function render(tokens: Token[], addressOf: AddressOf, guides: readonly string[]): string {
  for (const token of tokens) {
    let inLink = 0;
    for (const child of token.children ?? []) {
      if (child.type === "link_open") child.attrSet("href", addressIn(child.attrGet("href") ?? "", guides));
      inLink += child.type === "link_open" ? 1 : child.type === "link_close" ? -1 : 0;
      if (child.type !== "code_inline" || inLink > 0) continue;
      child.type = "html_inline";
      child.content = codeToHtml(child.content, addressOf);
    }
    if (token.type === "table_open") token.type = "table_open";
  }
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** Links between files, as code hosts follow them, become links between pages; one that leads nowhere is a fault. */
export function addressIn(href: string, guides: readonly string[]): string {
  if (/^(https:\/\/|#)/.test(href)) return href;
  if (href === "../schema.graphql") return "/docs/schema.graphql";
  const [, name = "", anchor = ""] = /^([\w-]+)\.md(#[\w-]+)?$/.exec(href) ?? [];
  if (name === "README") return "/docs";
  if (!guides.includes(name)) throw new Error(`A guide leads to ${href}, which is no other guide.`);
  return `/docs/${name}${anchor}`;
}
