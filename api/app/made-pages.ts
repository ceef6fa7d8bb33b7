import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Pages that were made when the board was built: the page of the app, and those of the docs. By the address each is
 * asked for, as its file below the board's folder.
 */
export function madePages(root: string): ReadonlyMap<string, string> {
  const docs = join(root, "docs");
  const below = existsSync(docs) ? readdirSync(docs, { recursive: true, encoding: "utf8" }) : [];
  const files = ["index.html", "docs.html", ...below.map((file) => `docs/${file.replaceAll("\\", "/")}`)];
  return new Map(
    files
      .filter((file) => file.endsWith(".html") && existsSync(join(root, file)))
      .map((file) => [`/${file.slice(0, -".html".length)}`, file]),
  );
}

/** One page for each way in which pages are made: those of one folder of the reference differ by what they say alone. */
export function oneOfEachKind(pages: ReadonlyMap<string, string>): readonly string[] {
  const isDeep = (file: string) => file.split("/").length > 3;
  return [...new Map([...pages.values()].map((file) => [isDeep(file) ? dirname(file) : file, file])).values()];
}
