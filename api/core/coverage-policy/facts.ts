/** What is asked for. It is never presumed. */
export const workKinds = [
  "TROUBLESHOOTING",
  "HARDWARE_ISSUE",
  "BROWSER_SUPPORT",
  "CONFLICT",
  "SECURITY",
  "DRIVER",
  "INSTALLATION",
  "LAUNCH",
  "SETTINGS",
  "ACCOUNT_CHANGE",
  "LICENCE_CHANGE",
  "OS_UPGRADE",
  "PROJECT",
  "MAINTENANCE",
  "TRAINING",
  "USAGE_QUESTION",
  "NOT_A_PROBLEM",
] as const;
export type WorkKind = (typeof workKinds)[number];

export const technologyKinds = [
  "OPERATING_SYSTEM",
  "APPLICATION",
  "BROWSER",
  "SERVER",
  "PERIPHERAL",
  "PRINTER",
  "NETWORK",
  "OTHER",
] as const;
export type TechnologyKind = (typeof technologyKinds)[number];

/** Any fact may be unstated: absent, undefined and null say the same. */
type Stated<T> = T | null | undefined;

/** The typed facts of a request. Whatever the decision rests on is in here or in the desk's own context. */
export type RequestFacts = {
  readonly workKind?: Stated<WorkKind>;
  readonly technologyKind?: Stated<TechnologyKind>;
  /** As people say it: "macOS", "Windows Server", "LaserJet 400". */
  readonly product?: Stated<string>;
  /** "10.13", "8", "11 24H2", "Sequoia", "current". */
  readonly version?: Stated<string>;
  readonly estimatedMinutes?: Stated<number>;
  readonly remotePossible?: Stated<boolean>;
  readonly licensed?: Stated<boolean>;
  readonly illegal?: Stated<boolean>;
  /** The work could cost the client a manufacturer's warranty. */
  readonly warrantyRisk?: Stated<boolean>;
  /** Wanted at once; false = an appointment will do. */
  readonly immediate?: Stated<boolean>;
  readonly highSpeed?: Stated<boolean>;
  /** An advanced problem specific to the use of one product. */
  readonly advancedProductProblem?: Stated<boolean>;
};

/** Facts that the desk knows itself and nobody states. */
export type DeskFactName =
  | "contractInForce"
  | "immediateAddOn"
  | "afterHoursAddOn"
  | "paidSupport"
  | "usedTodaySeconds"
  | "today"
  | "minimumVersion"
  | "manufacturerSupport";
export type RequestFactName = keyof RequestFacts;
export type FactName = RequestFactName | DeskFactName;
export type FactValue = string | number | boolean | null;
export type NamedFact = { readonly name: RequestFactName; readonly value: FactValue; readonly presumed: boolean };

/** In the order in which they are asked for and shown. */
export const requestFactNames: readonly RequestFactName[] = [
  "workKind",
  "technologyKind",
  "product",
  "version",
  "estimatedMinutes",
  "remotePossible",
  "licensed",
  "illegal",
  "warrantyRisk",
  "immediate",
  "highSpeed",
  "advancedProductProblem",
];

/**
 * Presumed until stated. What nobody would volunteer (illegal, an expert's problem) is not presumed either way: it
 * counts when it is stated.
 */
const presumptions: readonly [RequestFactName, FactValue][] = [
  ["remotePossible", true],
  ["licensed", true],
  ["warrantyRisk", false],
  ["immediate", false],
  ["highSpeed", true],
];

/** Minutes that a kind of work usually takes; null = nothing usual, so nothing is presumed. */
export type UsualMinutes = { readonly [kind in WorkKind]?: number | null };

/** The facts as stated, and what is presumed beside them. */
export function withPresumed(
  stated: RequestFacts,
  usualMinutes: UsualMinutes,
): { facts: RequestFacts; presumed: NamedFact[] } {
  const presumed: NamedFact[] = [];
  const presume = (name: RequestFactName, value: FactValue | undefined) => {
    if (stated[name] == null && value != null) presumed.push({ name, value, presumed: true });
  };
  presume("estimatedMinutes", stated.workKind ? usualMinutes[stated.workKind] : null);
  for (const [name, value] of presumptions) presume(name, value);
  const added = Object.fromEntries(presumed.map(({ name, value }) => [name, value]));
  return { facts: { ...stated, ...added }, presumed };
}

/** Kinds of work that are about a product by their nature: the kind of technology must be known. */
const needsTechnology = new Set<WorkKind>(["BROWSER_SUPPORT", "DRIVER", "INSTALLATION", "LAUNCH"]);
/** Technology whose product and version decide: software that somebody supports until a date. */
const aboutProduct = new Set<TechnologyKind>(["OPERATING_SYSTEM", "APPLICATION", "BROWSER"]);

/** How people are asked for what may be missing. */
export const asked: { readonly [name in RequestFactName]?: string } = {
  workKind: "the kind of work",
  technologyKind: "the kind of technology",
  product: "the product",
  version: "its version",
};

/**
 * Facts that must be stated before an answer is possible, in the order in which to ask; `again` are those whose words
 * could mean several things.
 */
export function missingFacts(facts: RequestFacts, again: readonly RequestFactName[] = []): RequestFactName[] {
  const missing: RequestFactName[] = [];
  if (!facts.workKind) missing.push("workKind");
  else if (needsTechnology.has(facts.workKind) && !facts.technologyKind) missing.push("technologyKind");
  const about = facts.technologyKind != null && aboutProduct.has(facts.technologyKind);
  if (about && !facts.product) missing.push("product");
  // a named server product (Windows Server) has a version that ends; "a server" has none
  if ((about || (facts.technologyKind === "SERVER" && facts.product)) && !facts.version) missing.push("version");
  // which product is asked first: with it, its version may be clear
  if (again.includes("product")) return [...missing.filter((name) => name !== "version"), "product"];
  return [...missing, ...again.filter((name) => !missing.includes(name))];
}
