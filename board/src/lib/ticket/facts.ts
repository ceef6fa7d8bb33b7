import type { VariablesOf } from "../gql.ts";
import type { StateFacts } from "./mutations.ts";

type Facts = NonNullable<VariablesOf<typeof StateFacts>["input"]["facts"]>;
export type TechnologyKind = NonNullable<Facts["technology"]>["kind"];
export type KindOfWork = NonNullable<Facts["kindOfWork"]>;

/** The kinds of work in the words of a caller; their order is that of how often they are asked for. */
export const kindsOfWork: { readonly [kind in KindOfWork]: string } = {
  TROUBLESHOOTING: "Something fails: errors, pop-ups, crashes",
  ACCOUNT_CHANGE: "Move, add or change an account",
  SETTINGS: "Change a setting",
  INSTALLATION: "Install software or a device",
  LAUNCH: "A program does not start",
  HARDWARE_ISSUE: "Hardware trouble",
  BROWSER_SUPPORT: "Browser trouble",
  CONFLICT: "Two things are in each other's way",
  SECURITY: "Security",
  DRIVER: "A driver",
  LICENCE_CHANGE: "Add or change a licence",
  OS_UPGRADE: "Upgrade the operating system",
  USAGE_QUESTION: "How do I …?",
  TRAINING: "Training",
  PROJECT: "A project",
  MAINTENANCE: "Maintenance",
  NOT_A_PROBLEM: "Nothing is broken",
};

/** What a request can be about. */
export const technologies: { readonly [kind in TechnologyKind]: string } = {
  ...{ OPERATING_SYSTEM: "The computer or phone itself", APPLICATION: "A program", BROWSER: "A browser" },
  ...{ SERVER: "A server", PRINTER: "A printer", PERIPHERAL: "Another device at a computer" },
  ...{ NETWORK: "The network", OTHER: "Something else" },
};

/** Facts that are presumed until stated: asked for only by those who know better. */
export const presumptions = [
  { name: "remotePossible", label: "Can be done remotely" },
  { name: "immediate", label: "Wanted without an appointment" },
  { name: "highSpeed", label: "High-speed internet" },
  { name: "licensed", label: "Software is licensed" },
  { name: "warrantyRisk", label: "Could cost a warranty" },
  { name: "advancedProductProblem", label: "Needs an expert of one product" },
] as const;
type Presumption = (typeof presumptions)[number]["name"];

/** What a form holds: nothing where nothing was said. */
export type FactsStated = {
  kindOfWork?: KindOfWork | "";
  minutes?: number | null;
  /** What it is about, where no device of the client says so. */
  technology?: TechnologyKind | "";
  product?: string;
  version?: string;
} & { [name in Presumption]?: "" | "yes" | "no" };

/** Only what was said is sent; null when nothing was. */
export function factsInput(stated: FactsStated): Facts | null {
  const facts: Facts = {
    ...(stated.kindOfWork ? { kindOfWork: stated.kindOfWork } : {}),
    ...(stated.minutes ? { estimatedMinutes: stated.minutes } : {}),
    ...(stated.technology ? { technology: technologyOf(stated, stated.technology) } : {}),
  };
  for (const { name } of presumptions) if (stated[name]) facts[name] = stated[name] === "yes";
  return Object.keys(facts).length > 0 ? facts : null;
}

const technologyOf = ({ product, version }: FactsStated, kind: TechnologyKind) => ({
  kind,
  ...(product?.trim() ? { product: product.trim() } : {}),
  ...(version?.trim() ? { version: version.trim() } : {}),
});
