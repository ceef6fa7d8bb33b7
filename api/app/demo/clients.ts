import type { TechnologyKind } from "../../core/coverage-policy/facts.ts";

/** The clients of the demo desk. Codes are short; calendars other than the provider's are published with them. */
export type DemoClient = {
  name: string;
  code: string;
  zone: string;
  calendar: "provider" | "london" | "pacific" | "sydney";
  partner: "house" | "Meridian IT" | "Coastline Systems";
  addOns: readonly ("AFTER_HOURS" | "IMMEDIATE")[];
  contract: boolean;
  people: readonly string[];
};

const client = (
  name: string,
  code: string,
  zone: string,
  people: readonly string[],
  more: Partial<DemoClient> = {},
): DemoClient => ({
  name,
  code,
  zone,
  people,
  calendar: "provider",
  partner: "house",
  addOns: [],
  contract: true,
  ...more,
});

export const demoClients: readonly DemoClient[] = [
  client("Northgate Dental", "NORTHGATE", "America/New_York", ["Dana Whitfield", "Omar Reyes"], {
    addOns: ["IMMEDIATE"],
  }),
  client("Kestrel Logistics", "KESTREL", "America/Chicago", ["Ivy Marsh", "Paul Brandt"], { addOns: ["AFTER_HOURS"] }),
  client("Alder Clinic", "ALDER", "America/New_York", ["Dr. Lena Voss", "Kim Ito"], {
    addOns: ["AFTER_HOURS", "IMMEDIATE"],
  }),
  client("Harbor & Pine", "HARBOR", "America/New_York", ["Gil Sorensen"], { partner: "Meridian IT" }),
  client("Lumen Law", "LUMEN", "America/New_York", ["Nora Ellis", "Ben Achebe"], {
    partner: "Meridian IT",
    addOns: ["IMMEDIATE"],
  }),
  client("Brightwater School", "BRIGHTWATER", "America/Chicago", ["Joan Pryor", "Luis Ortega"], {
    addOns: ["IMMEDIATE"],
  }),
  client("Quill Accounting", "QUILL", "America/Los_Angeles", ["Mae Lindqvist"], { calendar: "pacific" }),
  client("Tidewater Marina", "TIDEWATER", "America/New_York", ["Cal Hobbs"]),
  client("Fernhill Vets", "FERNHILL", "Europe/London", ["Rosie Adler"], {
    calendar: "london",
    partner: "Coastline Systems",
  }),
  client("Mosaic Studio", "MOSAIC", "America/Los_Angeles", ["Tariq Shah", "Fay Lund"], { calendar: "pacific" }),
  client("Copperline Foods", "COPPERLINE", "America/New_York", ["Stan Kowal"], { partner: "Coastline Systems" }),
  client("Oakline Insurance", "OAKLINE", "America/New_York", ["Vera Novak", "Hugh Tan"], { addOns: ["IMMEDIATE"] }),
  client("Juniper Travel", "JUNIPER", "Australia/Sydney", ["Ella Brooks"], { calendar: "sydney" }),
  client("Summit Realty", "SUMMIT", "America/New_York", ["Pete Gallo"], { contract: false }),
];

type DemoStaff = { name: string; teams: readonly string[]; skills: readonly TechnologyKind[] };
const NETWORKS = ["SERVER", "NETWORK"] as const;
const ACCOUNTS = ["APPLICATION", "BROWSER"] as const;

/** Whoever states no skill does everything. */
export const demoStaff: readonly DemoStaff[] = [
  { name: "Maya Okafor", teams: ["Service desk"], skills: [] },
  { name: "Theo Lind", teams: ["Service desk", "Networks"], skills: ["PERIPHERAL", "PRINTER", ...NETWORKS] },
  { name: "Priya Nair", teams: ["Service desk"], skills: [] },
  { name: "Sam Castillo", teams: ["Service desk"], skills: [] },
  { name: "Jonas Weber", teams: ["Networks"], skills: NETWORKS },
  { name: "Ada Kim", teams: ["Service desk", "Accounts"], skills: ["OPERATING_SYSTEM", ...ACCOUNTS] },
  { name: "Felix Moreau", teams: ["Accounts"], skills: ACCOUNTS },
  { name: "Ruth Adeyemi", teams: ["Networks"], skills: NETWORKS },
];
export const demoManager = "Grace Holloway";
