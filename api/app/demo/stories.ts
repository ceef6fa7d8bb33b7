import type { RequestFacts } from "../../core/coverage-policy/facts.ts";
import type { Affected } from "../../core/urgency.ts";

/** What people ask for. The same stories are told again by the simulator, at other clients. */
export type Story = {
  subject: string;
  body: string;
  affected: Affected | null;
  workaround: boolean | null;
  facts: RequestFacts;
  cause: string;
  fix: string;
};

type Kind = NonNullable<RequestFacts["workKind"]>;
const mac = { technologyKind: "OPERATING_SYSTEM", product: "macOS", version: "15" } as const;
const windows = { technologyKind: "OPERATING_SYSTEM", product: "Windows", version: "11" } as const;
const app = (product: string, version = "current") => ({ technologyKind: "APPLICATION", product, version }) as const;
const story = (
  subject: string,
  affected: Affected | null,
  workKind: Kind,
  about: Partial<RequestFacts>,
  cause: string,
  fix: string,
  workaround: boolean | null = null,
): Story => ({
  subject,
  body: `${subject}. It started this morning.`,
  affected,
  workaround,
  facts: { workKind, ...about },
  cause,
  fix,
});

const network = { technologyKind: "NETWORK" } as const;

export const urgent: readonly Story[] = [
  story(
    "Nobody can open the patient system",
    "ALL",
    "TROUBLESHOOTING",
    { technologyKind: "SERVER" },
    "The database service had stopped",
    "Restarted it and freed disk space",
    false,
  ),
  story(
    "Whole office offline",
    "ALL",
    "TROUBLESHOOTING",
    network,
    "The router lost its configuration",
    "Restored it from the backup",
    false,
  ),
  story(
    "Shared drive gone for all staff",
    "ALL",
    "TROUBLESHOOTING",
    network,
    "A password of the service account expired",
    "Renewed it",
    false,
  ),
  story(
    "Card terminals cannot reach the server",
    "ALL",
    "TROUBLESHOOTING",
    network,
    "A firewall rule was too strict",
    "Opened the port",
    false,
  ),
  story(
    "VPN drops for everyone working remotely",
    "ALL",
    "TROUBLESHOOTING",
    network,
    "The certificate expired",
    "Installed the new one",
    false,
  ),
];

export const standard: readonly Story[] = [
  story(
    "Classroom Chromebooks will not sign in",
    "SEVERAL",
    "TROUBLESHOOTING",
    network,
    "Clock drift on the access points",
    "Set the time source",
  ),
  story(
    "Tax software licence error",
    "ONE",
    "LICENCE_CHANGE",
    app("TaxPro"),
    "The licence was bound to an old machine",
    "Moved the licence",
  ),
  story(
    "Outlook keeps asking for a password",
    "ONE",
    "TROUBLESHOOTING",
    windows,
    "A stale credential",
    "Removed it and signed in again",
  ),
  story(
    "Scanner no longer saves to the folder",
    "ONE",
    "HARDWARE_ISSUE",
    { technologyKind: "PERIPHERAL" },
    "The folder had moved",
    "Pointed the scanner there",
  ),
  story(
    "Laptop very slow after an update",
    "ONE",
    "TROUBLESHOOTING",
    windows,
    "An indexer ran wild",
    "Rebuilt the index",
  ),
  story("Add a mail account for a new starter", "ONE", "ACCOUNT_CHANGE", mac, "A new colleague", "Created the account"),
  story(
    "Sign-in phone was replaced",
    "ONE",
    "ACCOUNT_CHANGE",
    { technologyKind: "OTHER" },
    "The second factor was on the old phone",
    "Enrolled the new phone",
  ),
  story(
    "Printer driver missing after an update",
    "ONE",
    "DRIVER",
    { technologyKind: "PRINTER" },
    "The update removed it",
    "Installed the current driver",
  ),
  story(
    "Image viewer closes by itself",
    "SEVERAL",
    "TROUBLESHOOTING",
    app("ImageView", "7"),
    "A faulty plug-in",
    "Disabled it",
  ),
  story(
    "Calendar invites show the wrong hour",
    "SEVERAL",
    "SETTINGS",
    windows,
    "The zone was set by hand",
    "Set it to automatic",
  ),
  story(
    "Shared mailbox missing on the phone",
    "ONE",
    "SETTINGS",
    { technologyKind: "OTHER" },
    "It was never added there",
    "Added it",
  ),
  story(
    "Webcam not detected in calls",
    "ONE",
    "HARDWARE_ISSUE",
    { technologyKind: "PERIPHERAL" },
    "Another program held it",
    "Closed that program for good",
  ),
  story(
    "Label printer prints blank labels",
    "ONE",
    "HARDWARE_ISSUE",
    { technologyKind: "PRINTER" },
    "Labels were loaded upside down",
    "Turned them",
  ),
  story("Licence for the PDF editor", "ONE", "LICENCE_CHANGE", app("PDF editor"), "A seat was free", "Assigned it"),
  story(
    "Two users must move to a new team",
    "SEVERAL",
    "ACCOUNT_CHANGE",
    { technologyKind: "OTHER" },
    "A reorganisation",
    "Moved both",
  ),
  story(
    "Second screen flickers",
    "ONE",
    "HARDWARE_ISSUE",
    { technologyKind: "PERIPHERAL" },
    "A bad cable",
    "Replaced it",
  ),
  story(
    "Wi-Fi slow in the back office",
    "SEVERAL",
    "TROUBLESHOOTING",
    network,
    "A channel clash",
    "Chose a free channel",
  ),
  story("Spreadsheet macro is blocked", "ONE", "SETTINGS", windows, "The file came by mail", "Trusted its folder"),
  story(
    "Browser shows a pop-up on each page",
    "ONE",
    "BROWSER_SUPPORT",
    { technologyKind: "BROWSER", product: "Chrome", version: "current" },
    "An unwanted extension",
    "Removed it",
  ),
  story(
    "Install the new scanner software",
    "ONE",
    "INSTALLATION",
    app("ScanSuite", "4"),
    "A new scanner",
    "Installed it",
  ),
  story("Help with pivot tables", "ONE", "USAGE_QUESTION", app("Excel"), "A question of use", "Pointed to the course"),
  story(
    "Move the office to a new server",
    "ALL",
    "PROJECT",
    { technologyKind: "SERVER", estimatedMinutes: 600 },
    "A project",
    "Sent to sales",
    true,
  ),
  story(
    "Upgrade the reception PC to the new Windows",
    "ONE",
    "OS_UPGRADE",
    { technologyKind: "OPERATING_SYSTEM", product: "Windows", version: "10" },
    "Support had ended",
    "Upgraded it",
  ),
  story(
    "Install a new backup server",
    "ONE",
    "INSTALLATION",
    { technologyKind: "SERVER", estimatedMinutes: 240 },
    "More storage is needed",
    "Planned it",
  ),
  story("Everything is slow", null, "TROUBLESHOOTING", {}, "Too many start-up programs", "Removed them"),
  story(
    "Old Mac cannot read mail",
    "ONE",
    "ACCOUNT_CHANGE",
    { technologyKind: "OPERATING_SYSTEM", product: "macOS", version: "10.6" },
    "The system is too old",
    "Explained the options",
  ),
];
