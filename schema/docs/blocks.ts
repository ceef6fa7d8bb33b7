import type { Token } from "markdown-it";
import type { AddressOf } from "./address.ts";
import { markdown } from "./fences.ts";
import { codeToHtml } from "./words.ts";

/** The tokens of a text, one list for each block that stands in it. */
export function blocksOf(text: string): Token[][] {
  const blocks: Token[][] = [];
  let depth = 0;
  for (const token of markdown.parse(text, {})) {
    if (depth === 0) blocks.push([]);
    blocks.at(-1)?.push(token);
    depth += token.nesting;
  }
  return blocks;
}

/** What a block says, without its marks. */
export const saidIn = (block: readonly Token[]): string =>
  block
    .map((token) => token.children?.map((child) => (child.type.includes("break") ? " " : child.content)).join("") ?? "")
    .filter(Boolean)
    .join(" ");

/** A block as HTML: links lead to pages, names of the contract to where they are described. */
export function renderBlock(block: Token[], addressOf: AddressOf, guides: readonly string[]): string {
  for (const token of markCallout(block)) {
    let inLink = 0;
    for (const child of token.children ?? []) {
      if (child.type === "link_open")
        child.attrSet("href", addressIn(String(child.attrGet("href") ?? ""), guides, addressOf));
      inLink += child.type === "link_open" ? 1 : child.type === "link_close" ? -1 : 0;
      if (child.type !== "code_inline" || inLink > 0) continue;
      child.type = "html_inline";
      child.content = codeToHtml(child.content, addressOf);
    }
  }
  const html = markdown.renderer.render(block, markdown.options, {});
  return block[0]?.type === "table_open" ? `<div class="scroll" tabindex="0">${html}</div>` : html;
}

/** A quotation that begins with [!NOTE] is a note, as code hosts show it. */
function markCallout(block: Token[]): Token[] {
  const inline = block[0]?.type === "blockquote_open" ? block.find(({ type }) => type === "inline") : undefined;
  const kind = /^\[!(\w+)\]/.exec(inline?.content ?? "")?.[1];
  if (!inline || !kind) return block;
  inline.children = inline.children?.slice(inline.children[1]?.type === "softbreak" ? 2 : 1) ?? null;
  block[0]?.attrSet("class", kind.toLowerCase());
  return block;
}

/** Links between files, as code hosts follow them, become links between pages; one that leads nowhere is a fault. */
export function addressIn(href: string, guides: readonly string[], addressOf: AddressOf): string {
  if (/^(https:\/\/|#)/.test(href)) return href;
  if (href === "../schema.graphql") return "/docs/schema.graphql";
  const named = addressOf(/^\.\.\/schema\.graphql#([\w.]+)$/.exec(href)?.[1] ?? "");
  if (named) return named;
  if (href === "../sdk/README.md") return "/docs/sdk";
  if (href === "examples/psa-sync.mjs") return "/docs/psa-sync.mjs";
  const [, name = "", anchor = ""] = /^([\w-]+)\.md(#[\w-]+)?$/.exec(href) ?? [];
  if (name === "README") return "/docs";
  if (!guides.includes(name)) throw new Error(`A guide leads to ${href}, which is no other guide.`);
  return `/docs/${name}${anchor}`;
}
