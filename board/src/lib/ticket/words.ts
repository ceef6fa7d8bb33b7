import type { ClockShown, DecisionShown, LineShown, Step, TicketShown, Verb } from "./documents.ts";

/** The desk's typed words as people say them. */
export const statusWord: { readonly [status in TicketShown["status"]]: string } = {
  NEW: "New",
  OPEN: "Open",
  WAITING: "Waiting",
  SCHEDULED: "Scheduled",
  RESOLVED: "Resolved",
  CLOSED: "Closed",
  CANCELLED: "Cancelled",
  MERGED: "Merged",
};

export const metricWord: { readonly [metric in ClockShown["metric"]]: string } = {
  FIRST_RESPONSE: "First response",
  NEXT_RESPONSE: "Next response",
  RESOLUTION: "Resolution",
};

export const stepWord: { readonly [step in Step]: string } = {
  IDENTIFY_CAUSE: "Identify the cause",
  RESOLVE: "Resolve",
  TEST: "Test",
  DOCUMENT: "Document",
};

export const verbWord: { readonly [verb in Verb]: string } = {
  TAKE: "Take it",
  ASSIGN: "Assign…",
  WAIT: "Wait on…",
  RESUME: "Resume",
  REPLY: "Reply",
  NOTE: "Note",
  COMPLETE_STEP: "Complete a step",
  RESOLVE: "Resolve…",
  REOPEN: "Reopen…",
  CLOSE: "Close…",
  CANCEL: "Cancel…",
  MERGE: "Merge into…",
  SET_PRIORITY: "Set priority…",
  STATE_FACTS: "State facts…",
  OVERRIDE_COVERAGE: "Decide coverage…",
  WITHDRAW_OVERRIDE: "Withdraw the override",
  START_SESSION: "Start session",
};

/** `wait on, resume or close`: what a refusal offers instead. */
export function listVerbs(verbs: readonly Verb[]): string {
  const words = verbs.map((verb) => verbWord[verb].replace("…", "").toLowerCase());
  const last = words.pop();
  return last === undefined ? "nothing" : words.length > 0 ? `${words.join(", ")} or ${last}` : last;
}

export const waitingWord = {
  REQUESTER: "the requester",
  MANUFACTURER: "the manufacturer",
  PARTS: "parts",
  INTERNAL: "somebody here",
  APPOINTMENT: "the appointment",
} as const;

export const affectedWord = { ONE: "One user", SEVERAL: "Several users", ALL: "All users" } as const;

export const channelWord: { readonly [channel in TicketShown["channel"]]: string } = {
  PORTAL: "the portal",
  EMAIL: "e-mail",
  PHONE: "phone",
  MONITORING: "monitoring",
  API: "the API",
};

export const outcomeWord: { readonly [outcome in DecisionShown["outcome"]]: string } = {
  COVERED: "Covered",
  LIMITED: "Limited",
  EXCLUDED: "Not covered",
  NEEDS_INFORMATION: "Facts missing",
};

export const verdictWord = { MET: "Met", MISSED: "Missed", CANCELLED: "Cancelled", MERGED: "Merged" } as const;

/** Lines that are said by people; all others are what happened to the ticket, and told quietly. */
export const spoken = (kind: LineShown["kind"]): boolean =>
  kind === "REPLY" || kind === "REQUESTER_MESSAGE" || kind === "NOTE" || kind === "STEP";

/** `OS_UPGRADE` → `OS upgrade`, `workKind` → `Work kind`, `below-minimum` → `Below minimum`. */
export function plain(word: string): string {
  const shouted = /^[A-Z0-9_]+$/.test(word);
  const spaced = word
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_-]/g, " ")
    .toLowerCase();
  const said = `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
  return shouted ? said.replace(/^Os\b/, "OS") : said;
}
