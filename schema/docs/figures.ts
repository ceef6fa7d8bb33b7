import type { Fence } from "./fences.ts";
import type { Highlight } from "./highlight.ts";
import { escapeHtml } from "./words.ts";

const names: { readonly [language: string]: string } = {
  graphql: "GraphQL",
  http: "HTTP",
  js: "JavaScript",
  json: "JSON",
  sh: "Terminal",
  socket: "WebSocket",
  ts: "TypeScript",
};
const parts: { readonly [word: string]: string } = { variables: "Variables", answer: "Answer", output: "It prints" };
/** What stands by itself, because something lies in between. */
const alone: { readonly [word: string]: string } = { printed: "It prints", arrived: "Arrives" };
const partOf = ({ words }: Fence) => words.find((word) => word in parts);
const nameOf = (fence: Fence): string =>
  fence.settings["file"] ??
  parts[partOf(fence) ?? ""] ??
  fence.words.map((word) => alone[word]).find(Boolean) ??
  names[fence.language] ??
  "Code";

/** Blocks that belong together stand in one figure: a query, its variables, its answer. */
export const continues = (fence: Fence): boolean => partOf(fence) !== undefined;

const copy = (what: string) => `<button type="button" class="copy" aria-label="Copy ${what}">Copy</button>`;
const openIn = (example: string) =>
  `<a class="open" href="/docs/explorer?example=${example}" data-sveltekit-preload-data="off">Open in explorer</a>`;

/** One figure: its first block with its name, the others below it. `example` opens it in the explorer. */
export function figure(fences: readonly Fence[], highlight: Highlight, example: string | null): string {
  const [first, ...rest] = fences as [Fence, ...Fence[]];
  const name = nameOf(first);
  const reason = first.settings["not-run"];
  return [
    `<figure class="code" data-kind="${first.language}">`,
    `<figcaption><span>${escapeHtml(name)}</span>${example ? openIn(example) : ""}${copy(name)}</figcaption>`,
    highlight(first.text, first.language),
    ...rest.map((fence) => below(fence, highlight)),
    reason ? `<p class="not-run">Not run by the tests of these pages: ${escapeHtml(reason)}.</p>` : "",
    "</figure>",
  ].join("");
}

function below(fence: Fence, highlight: Highlight): string {
  const name = parts[partOf(fence) as string] as string;
  return `<div class="part"><span>${name}</span>${copy(name)}</div>${highlight(fence.text, fence.language)}`;
}
