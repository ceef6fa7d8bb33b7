/** A letter's body: paragraphs, links, and what somebody wrote. */
export type Block = string | { readonly says: string; readonly link: string } | { readonly written: string };

/** A line of its own, whatever was given: nothing of it can begin another line of a head. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();

const lines = (text: string) => text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");

/** As plain text, which every mail program shows. */
export const asText = (blocks: readonly Block[]): string =>
  `${blocks
    .map((block) => {
      if (typeof block === "string") return block;
      return "link" in block ? `${block.says}\n${block.link}` : lines(block.written);
    })
    .join("\n\n")}\n`;

const ENTITIES: { readonly [char: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => ENTITIES[char] as string);

/** The same as HTML, of which nothing was written by anybody but us. */
export const asHtml = (blocks: readonly Block[]): string => {
  const body = blocks.map((block) => {
    if (typeof block === "string") return `<p>${escaped(block)}</p>`;
    if ("link" in block)
      return `<p>${escaped(block.says)}<br><a href="${escaped(block.link)}">${escaped(block.link)}</a></p>`;
    return `<p style="white-space: pre-wrap">${escaped(lines(block.written))}</p>`;
  });
  return `<!doctype html>\n<html lang="en"><meta charset="utf-8"><body style="font: 16px/1.5 sans-serif">\n${body.join("\n")}\n</body></html>\n`;
};
