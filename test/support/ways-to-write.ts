import { seeded } from "./seeded.ts";

/** A release as the file of other people's facts states it. */
export type Release = {
  cycle: string;
  label?: string;
  codename?: string;
  latest?: string;
  released: string;
  eol: string | boolean;
};
export type Listed = { title: string; category: string; tags: string | null; releases: Release[] };

/** What people call the best-known products; the others by their title without the maker, or by their code. */
const shortNames: { readonly [code: string]: readonly string[] } = {
  windows: ["Win", "windows", "Win.", "MS Windows"],
  "windows-server": ["Windows Server", "Win Server", "windows server"],
  macos: ["mac", "Mac OS", "macos", "OS X"],
  office: ["Office", "MS Office"],
  mssqlserver: ["SQL Server", "MS SQL", "mssql"],
  msexchange: ["Exchange", "exchange server"],
  rhel: ["RHEL", "Red Hat", "redhat"],
  chrome: ["Chrome", "google chrome"],
  firefox: ["Firefox", "mozilla firefox"],
  "vmware-esxi": ["ESXi", "esxi"],
  "vmware-vcenter": ["vCenter", "vcenter server"],
  sles: ["SLES", "SUSE Linux Enterprise Server"],
  "internet-explorer": ["internet explorer"],
};

/** Editions with dates of their own are said; the plain line of Windows is Home or Pro. */
const editionWords: { readonly [suffix: string]: readonly string[] } = {
  e: ["Enterprise", "Education", "Ent"],
  lts: ["LTSC"],
  iot: ["IoT"],
  w: ["Pro", "Home", "Professional"],
};
const addedWords: { readonly [code: string]: readonly string[] } = {
  "windows-server": ["Standard", "Datacenter"],
  office: ["Professional Plus", "Home and Business"],
  mssqlserver: ["Standard", "Enterprise", "Express"],
  ubuntu: ["LTS", "Server", "Desktop"],
  firefox: ["ESR", "64-bit"],
};

export const ruleNames = ["short name", "code name", "edition", "build", "typing slip"] as const;
export type RuleName = (typeof ruleNames)[number];
export type Way = { readonly rule: RuleName; readonly text: string; readonly code: string; readonly at: number };

/** Every way of the five rules to write each release of each product, the same ones for the same seed. */
export function waysToWrite(products: { readonly [code: string]: Listed }, seed: number): Way[] {
  const random = seeded(seed);
  const spelt = new Set(
    JSON.stringify(products)
      .toLowerCase()
      .match(/\p{L}+/gu),
  );
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  return Object.entries(products).flatMap(([code, product]) =>
    product.releases.flatMap((release, at): Way[] => {
      const { version, editions } = saidAs(code, product, release);
      const edition = editions
        .filter((e) => e !== "w")
        .map((e) => pick(editionWords[e] ?? [e]))
        .join(" ");
      const short = pick(shortNames[code] ?? [withoutMaker(product.title), code.replaceAll("-", " ")]);
      const join = (...parts: string[]) => parts.filter((part) => part !== "").join(" ");
      const long = join(product.title, version, edition);
      const way = (rule: RuleName, text: string): Way => ({ rule, text, code, at });
      const nick = release.codename ?? release.label?.match(/'([^']+)'/)?.[1];
      const added =
        editions.length > 0
          ? pick(editionWords[editions[0] as string] ?? [""])
          : pick(addedWords[code] ?? ["64-bit", "version"]);
      return [
        way(
          "short name",
          random() < 0.2 && /[a-z]$/i.test(short) && /^\d/.test(version)
            ? `${short}${version} ${edition}`.trim()
            : join(short, version, edition),
        ),
        way(
          "code name",
          nick ? (random() < 0.5 ? join(nick, edition) : join(short, nick, edition)) : join(version, edition),
        ),
        way("edition", editions.length > 1 ? join(short, version, edition) : join(short, version, added)),
        way("build", join(short, release.latest?.match(/^[\d.]*\d/)?.[0] ?? `version ${version}`, edition)),
        way(
          "typing slip",
          slipped(random() < 0.5 ? long : join(short, version, edition), spelt, random) ??
            slipped(long, spelt, random) ??
            long,
        ),
      ];
    }),
  );
}

function saidAs(code: string, product: Listed, { cycle, label }: Release): { version: string; editions: string[] } {
  const parts = cycle.split("-");
  const editions: string[] = [];
  if (code === "windows")
    while (parts.length > 1 && (parts.at(-1) as string) in editionWords) editions.unshift(parts.pop() as string);
  if (code === "windows")
    return { version: /^[65] sp/.test(parts.join(" ")) ? (label as string) : parts.join(" ").toUpperCase(), editions };
  const bare = (label ?? parts.join(" "))
    .replace(/'[^']*'/g, "")
    .replace(/[()]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const titles = [product.title, withoutMaker(product.title), "Mac OS X", "OS X"];
  const title = titles.find((t) => bare.toLowerCase().startsWith(`${t.toLowerCase()} `));
  return { version: title ? bare.slice(title.length + 1) : bare, editions };
}

const withoutMaker = (title: string): string =>
  title.replace(/^(Apple|Microsoft|Google|VMware|Adobe|Cisco|Citrix) /, "");

/**
 * One slip in one word of four letters or more: a letter left out, doubled, changed round with the next, or another. No
 * digit, for another digit is another version; and nothing that spells another word of the file, for that is said then.
 */
function slipped(text: string, spelt: ReadonlySet<string>, random: () => number): string | null {
  const words = [...text.matchAll(/\p{L}{4,}/gu)];
  for (let tried = 0; words.length > 0 && tried < 20; tried++) {
    const word = words[Math.floor(random() * words.length)] as RegExpExecArray;
    const letters = [...word[0]];
    const i = Math.floor(random() * (letters.length - 1));
    const kind = Math.floor(random() * 4);
    if (kind === 0) letters.splice(i, 1);
    else if (kind === 1) letters.splice(i, 0, letters[i] as string);
    else if (kind === 2) letters.splice(i, 2, letters[i + 1] as string, letters[i] as string);
    else letters.splice(i, 1, "qwertyuiopasdfghjklzxcvbnm"[Math.floor(random() * 26)] as string);
    if (!spelt.has(letters.join("").toLowerCase()))
      return text.slice(0, word.index) + letters.join("") + text.slice(word.index + word[0].length);
  }
  return null;
}
