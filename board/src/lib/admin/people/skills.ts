import type { Skill } from "./documents.ts";

const names: { readonly [skill in Skill]: string } = {
  ...{ OPERATING_SYSTEM: "Operating systems", APPLICATION: "Applications", BROWSER: "Browsers", SERVER: "Servers" },
  ...{ PRINTER: "Printers", PERIPHERAL: "Other devices", NETWORK: "Networks", OTHER: "Anything else" },
};
/** In the order in which they are offered. */
export const skillNames = Object.entries(names) as readonly (readonly [Skill, string])[];

/** What somebody does, in a line: "Printers, networks"; whoever states nothing does everything. */
export function skillsSaid(skills: readonly Skill[]): string {
  const said = skillNames.filter(([skill]) => skills.includes(skill)).map(([, name]) => name);
  return said.length === 0
    ? "Does everything"
    : said.map((name, i) => (i === 0 ? name : name.toLowerCase())).join(", ");
}
