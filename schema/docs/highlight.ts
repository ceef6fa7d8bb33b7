import { createCssVariablesTheme, createHighlighter, type ShikiTransformer } from "shiki";

const languages: { readonly [written: string]: string } = {
  graphql: "graphql",
  json: "json",
  http: "http",
  js: "javascript",
  sh: "shellscript",
  ts: "typescript",
  socket: "json",
};

const theme = createCssVariablesTheme({ name: "words", variablePrefix: "--", fontStyle: false });
const STYLE = /^color:var\(--(?:token-)?([a-z-]+)\)$/;

/** Words instead of colours: the page's style sheet says how each kind of word looks, in light and in dark. */
const byClass: ShikiTransformer = {
  pre: (node) => {
    node.properties = { tabindex: "0" };
  },
  span: (node) => {
    const kind = STYLE.exec(String(node.properties["style"]))?.[1];
    node.properties = kind && kind !== "foreground" ? { class: kind } : {};
  },
  line: (node) => {
    node.children = node.children.flatMap((child) =>
      child.type === "element" && Object.keys(child.properties).length === 0 ? child.children : child,
    );
    node.properties = {};
  },
};

export type Highlight = (text: string, language: string) => string;

/** Colours code when a page is built: `<pre><code>`, each kind of word in a class of its own. */
export async function createHighlight(): Promise<Highlight> {
  const shiki = await createHighlighter({ themes: [theme], langs: [...new Set(Object.values(languages))] });
  return (text, language) => {
    const lang = languages[language] ?? "text";
    const arrows = language === "socket" ? text.split("\n").map((line) => /^[→←] /.exec(line)?.[0] ?? "") : [];
    const bare = arrows.length > 0 ? text.replaceAll(/^[→←] /gm, "") : text;
    return shiki.codeToHtml(bare.replace(/\n$/, ""), {
      lang,
      theme: "words",
      transformers: [byClass, { line: (node, n) => void prefix(node.children, arrows[n - 1]) }],
    });
  };
}

/** Who speaks, at the head of a line of a conversation. */
function prefix(children: object[], arrow: string | undefined): void {
  if (arrow)
    children.unshift({
      type: "element",
      tagName: "b",
      properties: { class: arrow.startsWith("→") ? "sent" : "received" },
      children: [{ type: "text", value: arrow }],
    });
}
