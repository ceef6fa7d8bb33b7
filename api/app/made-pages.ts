import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where the build leaves pages below its first folder: the docs, and the wall, which is no page of the app. */
const folders = ["docs", "board"];

/**
 * Pages that were made when the board was built: the page of the app, the wall, and those of the docs. By the address
 * each is asked for, as its file below the board's folder.
 */
export function madePages(root: string): ReadonlyMap<string, string> {
  const below = folders.flatMap((folder) => {
    const path = join(root, folder);
    const found = existsSync(path) ? readdirSync(path, { recursive: true, encoding: "utf8" }) : [];
    return found.map((file) => `${folder}/${file.replaceAll("\\", "/")}`);
  });
  const files = ["index.html", "docs.html", ...below];
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
