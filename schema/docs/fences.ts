import MarkdownIt from "markdown-it";

/** One fenced block of a guide, or a comment that only the tests read. */
export type Fence = {
  /** What stands first behind the backticks: `graphql`, `json`, `sh` …; `meanwhile` for a comment. */
  readonly language: string;
  /** What stands there alone: `variables`, `answer`, `output`. */
  readonly words: readonly string[];
  /** What stands there as `name=value`. */
  readonly settings: { readonly [name: string]: string };
  readonly text: string;
  /** Lines of the text in its file, `[first, after the last)`, counted from 0. */
  readonly lines: readonly [number, number];
};

/** Markdown as the guides use it: no raw HTML but comments, no guessed links. */
export const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });

const SETTING = /([\w-]+)=(?:"([^"]*)"|(\S+))/g;

export function readInfo(info: string): Pick<Fence, "language" | "words" | "settings"> {
  const settings = Object.fromEntries(
    [...info.matchAll(SETTING)].map(([, name, quoted, plain]) => [name, quoted ?? plain ?? ""]),
  );
  const [language = "text", ...words] = info.replaceAll(SETTING, "").trim().split(/\s+/).filter(Boolean);
  return { language, words, settings };
}

const MEANWHILE = /^<!--\s*(meanwhile\b[^\n]*)\n([\s\S]*?)\n?-->\s*$/;

/** All fenced blocks of a guide, and the `<!-- meanwhile … -->` comments between them, in their order. */
export function fencesOf(text: string): Fence[] {
  return markdown.parse(text, {}).flatMap((token) => {
    const [from = 0, until = 0] = token.map ?? [];
    if (token.type === "fence")
      return { ...readInfo(token.info), text: token.content, lines: [from + 1, until - 1] as const };
    const comment = token.type === "html_block" && MEANWHILE.exec(token.content);
    if (!comment) return [];
    return { ...readInfo(comment[1] as string), text: comment[2] as string, lines: [from + 1, until - 1] as const };
  });
}
