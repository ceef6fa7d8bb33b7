import { readdirSync, readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import type { Plugin } from "vite";
import { createHighlight } from "../schema/docs/highlight.ts";
import { listGuides } from "../schema/docs/list-guides.ts";
import { type Guide, readGuide } from "../schema/docs/read-guide.ts";
import { type Item, referenceOf } from "../schema/docs/reference.ts";
import { searchEntries } from "../schema/docs/search-entries.ts";

const contract = new URL("../schema/schema.graphql", import.meta.url);
const folder = new URL("../schema/guides/", import.meta.url);
const rights = new URL("../schema/docs/viewers.json", import.meta.url);
const sdk = new URL("../schema/sdk/README.md", import.meta.url);
const PREFIX = "virtual:docs/";

type Read = { readonly guides: readonly Guide[]; readonly items: readonly Item[] };

/** Reads guides and contract once for each build, or anew when one of them was changed. */
async function read(): Promise<Read> {
  const highlight = await createHighlight();
  const schema = buildSchema(readFileSync(contract, "utf8"));
  const { items, addressOf } = referenceOf(schema, highlight, JSON.parse(readFileSync(rights, "utf8")));
  const files = readdirSync(folder).flatMap((file) => /^([\w-]+)(?<!README)\.md$/.exec(file)?.[1] ?? []);
  const at = (name: string) => (name === "sdk" ? sdk : new URL(`${name}.md`, folder));
  const guides = [...files, "sdk"].map((name) =>
    readGuide(name, readFileSync(at(name), "utf8"), { highlight, addressOf, guides: files }),
  );
  return { guides, items };
}

const json = (value: unknown) => `export default ${JSON.stringify(value)};`;
const loaders = (names: readonly string[]) =>
  `export default {${names.map((name) => `${JSON.stringify(name)}: () => import("${PREFIX}${name}"),`).join("\n")}};`;
const nameOf = ({ kind, name }: Item) => `${kind}/${name}`;

/** One module: the lists are small, and each page is a chunk of its own, so that a reader loads what is read. */
function moduleOf(path: string, { guides, items }: Read): string | null {
  if (path === "guides") {
    const groups = listGuides(readFileSync(new URL("README.md", folder), "utf8"));
    const titled = ({ name, about }: { name: string; about: string }) => ({
      name,
      about,
      title: guides.find((guide) => guide.name === name)?.title ?? name,
    });
    return json(groups.map((group) => ({ ...group, guides: group.guides.map(titled) })));
  }
  if (path === "names")
    return json(items.map(({ kind, name, about, deprecated }) => ({ kind, name, about, old: deprecated !== null })));
  if (path === "search") return json(searchEntries(guides, items));
  if (path === "pages") return loaders([...guides.map(({ name }) => `guide/${name}`), ...items.map(nameOf)]);
  if (path === "fillings") return json(Object.assign({}, ...guides.map(({ fillings }) => fillings)));
  const guide = guides.find(({ name }) => path === `guide/${name}`);
  if (guide) {
    const { sections: _forSearch, fillings: _forExplorer, ...shown } = guide;
    return json(shown);
  }
  const item = items.find((one) => nameOf(one) === path);
  return item ? json(item) : null;
}

/** The docs as modules: guides from their Markdown, the reference from the contract, what the search knows. */
export function docsPages(): Plugin {
  let reading: Promise<Read> | null = null;
  const sources = [contract, folder, rights, sdk].map(({ pathname }) => pathname);
  return {
    name: "docs-pages",
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    load: {
      filter: { id: /^\0virtual:docs\// },
      async handler(id) {
        reading ??= read();
        return moduleOf(id.slice(`\0${PREFIX}`.length), await reading);
      },
    },
    configureServer(server) {
      server.watcher.add(sources);
      server.watcher.on("change", (file) => {
        if (!sources.some((source) => file.startsWith(source))) return;
        reading = null;
        server.moduleGraph.invalidateAll();
        server.hot.send({ type: "full-reload" });
      });
    },
  };
}
