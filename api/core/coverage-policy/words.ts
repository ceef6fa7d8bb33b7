import type { FactName, TechnologyKind, WorkKind } from "./facts.ts";

/** How a person says that a fact were the other way round: where it holds now, and where it does not. */
export const flagWords = {
  contractInForce: ["Without a contract in force", "With a contract in force"],
  immediateAddOn: ["Without the add-on for immediate support", "With the add-on for immediate support"],
  afterHoursAddOn: ["Without the after-hours add-on", "With the after-hours add-on"],
  remotePossible: ["If it could not be done remotely", "If it could be done remotely"],
  licensed: ["If the software had no licence", "If the software had a licence"],
  illegal: ["If it were legal", "If it were illegal"],
  warrantyRisk: ["If no warranty were at risk", "If it could cost a manufacturer's warranty"],
  immediate: ["If an appointment would do", "If help were wanted at once"],
  highSpeed: ["Without a high-speed connection", "With a high-speed connection"],
  advancedProductProblem: ["If it were not an expert's problem", "If it were an expert's problem"],
} as const satisfies { readonly [name in FactName]?: readonly [string, string] };

/** "If it were …": the kinds of work that another decision is told by. */
export const kindOfWorkWords = {
  TROUBLESHOOTING: "If something were broken and had to be repaired",
  SETTINGS: "If settings were to be changed",
  INSTALLATION: "If something were to be installed",
  ACCOUNT_CHANGE: "If an account were to be changed",
} as const satisfies { readonly [kind in WorkKind]?: string };

export const technologyWords: { readonly [kind in TechnologyKind]: string } = {
  OPERATING_SYSTEM: "an operating system",
  APPLICATION: "an application",
  BROWSER: "a browser",
  SERVER: "a server",
  PERIPHERAL: "a peripheral",
  PRINTER: "a printer",
  NETWORK: "the network",
  OTHER: "this kind of technology",
};
