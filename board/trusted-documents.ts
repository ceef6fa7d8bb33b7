import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

type Written = { file: string; name: string; text: string; fragments: string[] };
const call = /\bconst (\w+) = graphql\(\s*`([^`]*)`\s*(?:,\s*\[([^\]]*)\]\s*,?\s*)?\)/g;

/** Every document that the sources write, with the constants whose texts it takes along. */
function writtenIn(root: string): Written[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?<!\.test)\.(ts|svelte)$/.test(name),
  );
  return files.flatMap((file) => {
    const source = readFileSync(join(root, file), "utf8");
    const found = [...source.matchAll(call)].map(([, name = "", text = "", fragments = ""]) => ({
      file,
      name,
      text,
      fragments: fragments.split(",").flatMap((f) => f.trim() || []),
    }));
    const calls = source.match(/\bgraphql\(\s*`/g)?.length ?? 0;
    if (calls !== found.length) throw new Error(`${file}: write each document as \`const Name = graphql(…)\``);
    return found;
  });
}

/** The texts that the pages send, by the ids under which they send them: as `textOf` makes them. */
export function trustedDocuments(root: string): Record<string, string> {
  const written = writtenIn(root);
  const textsOf = ({ file, text, fragments }: Written): Set<string> => {
    const inner = fragments.flatMap((name) => {
      const named = written.filter((w) => w.name === name);
      const found = named.find((w) => w.file === file) ?? named[0];
      if (!found) throw new Error(`${file}: there is no document ${name}`);
      return [...textsOf(found)];
    });
    return new Set([text, ...inner]);
  };
  const operations = written.filter(({ text }) => !/^\s*fragment\b/.test(text));
  const texts = operations.map((w) => [...textsOf(w)].join("\n"));
  return Object.fromEntries(texts.map((text) => [createHash("sha256").update(text).digest("hex"), text]));
}

/** Writes them down beside the pages: the desk lets walls run these and nothing else. */
export const emitTrustedDocuments = (root: string): Plugin => ({
  name: "watchdesk-trusted-documents",
  apply: "build",
  generateBundle() {
    if (this.environment.name !== "client") return;
    const source = `${JSON.stringify(trustedDocuments(root), null, 1)}\n`;
    this.emitFile({ type: "asset", fileName: "trusted-documents.json", source });
  },
});
