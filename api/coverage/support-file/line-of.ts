import type { ProductVersion } from "../../core/coverage-policy/products.ts";
import { wordsOf } from "../../core/coverage-policy/said-words.ts";
import type { Release } from "./releases.ts";

/** What the letters behind a Windows release stand for; `w` are Home and Pro, the plain line. */
const windowsEditions: { readonly [suffix: string]: string | null } = {
  w: null,
  e: "Enterprise",
  lts: "LTSC",
  iot: "IoT",
};

const begins = (long: string, short: string): boolean =>
  wordsOf(short).every((word, i) => wordsOf(long)[i]?.text === word.text);

const same = (a: string, b: string): boolean =>
  wordsOf(a)
    .map((w) => w.text)
    .join(" ") ===
  wordsOf(b)
    .map((w) => w.text)
    .join(" ");

/** The line of a product as people read it: by its label where it has one, and by whatever else it is known by. */
export function lineOf(code: string, titles: readonly string[], release: Release): ProductVersion {
  const { cycle, codename, label, released, eol, mainstreamEnd, extendedEnd, latest } = release;
  const dated = { released, eol, ...(mainstreamEnd && { mainstreamEnd }), ...(extendedEnd && { extendedEnd }) };
  const build = latest?.match(/^[\d.]*\d/)?.[0];
  const spoken = label === null ? null : withoutTitle(unquoted(label), titles);
  const parts = cycle.split("-");
  const editions: string[] = [];
  if (code === "windows")
    while (parts.length > 1 && (parts.at(-1) as string) in windowsEditions) {
      const edition = windowsEditions[parts.pop() as string];
      if (edition) editions.unshift(edition);
    }
  const plain = parts.join(" ").replace(/\b(\d\dh\d|sp\d+|r2)\b/gi, (m) => m.toUpperCase());
  // "2019 CU15 SU5" changes with every patch; "2019" stays what it is
  const patched = spoken !== null && begins(spoken, plain) && !same(spoken, plain);
  const version = code === "windows" || !spoken || patched ? plain : spoken;
  // "13.0" of SQL Server 2016 is what it shows itself, and "SQL 13" nobody says
  const internal = version !== plain && /^\d+\.\d/.test(plain);
  const builds = [...(internal ? [plain] : []), ...(build ? [build] : [])];
  const nick = label?.match(/'([^']+)'(.*)$/);
  const names = [
    ...(code === "windows" || internal ? [] : [plain]),
    // of a Windows, only "XP SP3" says more than its release does
    ...(spoken && (code !== "windows" || /^[A-Z]/i.test(spoken)) ? [spoken] : []),
    ...(codename ? [codename] : []),
    ...(nick ? [`${nick[1]} ${unquoted(nick[2] as string)}`.trim()] : []),
  ].filter((name, i, all) => !same(name, version) && all.findIndex((n) => same(n, name)) === i);
  return {
    version,
    ...(names.length > 0 && { names }),
    ...(editions.length > 0 && { edition: editions.join(" ") }),
    ...dated,
    ...(builds.length > 0 && { builds }),
  };
}

/** A label without the code name that stands in quotes: "2014 'Hekaton' SP3" is 2014 SP3. */
const unquoted = (label: string): string =>
  label
    .replace(/'[^']*'|[()]/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const withoutTitle = (label: string, titles: readonly string[]): string => {
  const longest = [...titles].sort((a, b) => b.length - a.length);
  const title = longest.find((t) => label.toLowerCase().startsWith(`${t.toLowerCase()} `));
  return title ? label.slice(title.length + 1) : titles.some((t) => same(t, label)) ? "" : label;
};
