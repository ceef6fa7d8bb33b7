import type { Row } from "./rows.ts";

export type Status = "NEW" | "OPEN" | "WAITING" | "RESOLVED" | "CLOSED";
export type WaitingOn = "REQUESTER" | "MANUFACTURER" | "INTERNAL";

/** What the replay believes a ticket to be: what its own verbs made of it. */
export type Tracked = {
  readonly status: Status;
  readonly waitingOn: WaitingOn | null;
  readonly priority: string;
  readonly group: string;
  readonly assignee: string;
  /** The minute of the last closing, in minutes since 1970; null while it was never closed. */
  readonly closedAt: number | null;
};

export type Verb =
  | { readonly verb: "reopen" | "resume" | "resolve" | "close" }
  | { readonly verb: "setPriority"; readonly priority: string }
  | {
      readonly verb: "assignTicket";
      readonly group: string | null;
      readonly assignee: string | null;
      readonly unassign: boolean;
    }
  | { readonly verb: "waitOn"; readonly on: WaitingOn };

/** What each state of the log is on the desk; a state that is not listed is odd, and changes nothing. */
const states: { readonly [state: string]: { status: Status; waitingOn: WaitingOn | null } } = {
  New: { status: "NEW", waitingOn: null },
  Active: { status: "OPEN", waitingOn: null },
  "Awaiting User Info": { status: "WAITING", waitingOn: "REQUESTER" },
  "Awaiting Evidence": { status: "WAITING", waitingOn: "REQUESTER" },
  "Awaiting Vendor": { status: "WAITING", waitingOn: "MANUFACTURER" },
  "Awaiting Problem": { status: "WAITING", waitingOn: "INTERNAL" },
  Resolved: { status: "RESOLVED", waitingOn: null },
  Closed: { status: "CLOSED", waitingOn: null },
};

type Seen = Pick<Row, "state" | "priority" | "group" | "assignee" | "at">;
export type Step = { readonly verbs: readonly Verb[]; readonly after: Tracked; readonly odd: readonly string[] };

/**
 * The verbs a person would have used between the ticket as it is and the row, in their order, and the ticket after
 * them. Nothing for a row that changes nothing the desk models.
 */
export function verbsForRow(now: Tracked, row: Seen): Step {
  const odd: string[] = [];
  const wanted = states[row.state];
  if (!wanted) odd.push(`unknown state ${JSON.stringify(row.state)}`);
  const to = wanted ?? { status: now.status, waitingOn: now.waitingOn };
  const verbs: Verb[] = [];
  let { status } = now;

  const over = status === "CLOSED" || status === "RESOLVED";
  const lower = to.status !== "CLOSED" && to.status !== status && !(status === "RESOLVED" && to.status === "RESOLVED");
  const changed = row.priority !== now.priority || row.group !== now.group || row.assignee !== now.assignee;
  // a closed incident that is recorded as closed at a later moment, or with other facts, was closed again then
  const again = wanted?.status === "CLOSED" && status === "CLOSED" && (changed || row.at !== now.closedAt);
  if ((over && lower) || again) {
    if (status === "CLOSED") odd.push(again ? "closed again" : "reopened after closing");
    verbs.push({ verb: "reopen" });
    status = "OPEN";
  }
  if (status === "CLOSED") {
    if (changed) odd.push("changed after closing, in a state the desk does not know");
    return { verbs, after: { ...now, status, waitingOn: null }, odd };
  }
  if (row.priority !== now.priority) verbs.push({ verb: "setPriority", priority: row.priority });
  if (row.group !== now.group || row.assignee !== now.assignee) verbs.push(...assignment(now, row));
  verbs.push(...statusVerbs(status, now.waitingOn, to));
  // nobody takes a ticket back to New: work on it has begun
  const reached = to.status === "NEW" && status !== "NEW" ? "OPEN" : to.status;
  if (to.status === "NEW" && status === "WAITING") verbs.push({ verb: "resume" });
  const { priority, group, assignee } = row;
  return {
    verbs,
    // a team, once given, is not taken away: the desk has no verb for that
    after: {
      status: reached,
      waitingOn: to.waitingOn,
      priority,
      group: group || now.group,
      assignee,
      closedAt: reached === "CLOSED" ? row.at : now.closedAt,
    },
    odd,
  };
}

function assignment(now: Tracked, row: Pick<Row, "group" | "assignee">): Verb[] {
  const group = row.group !== now.group && row.group !== "" ? row.group : null;
  const assignee = row.assignee !== now.assignee && row.assignee !== "" ? row.assignee : null;
  const unassign = row.assignee === "" && now.assignee !== "";
  return group || assignee || unassign ? [{ verb: "assignTicket", group, assignee, unassign }] : [];
}

function statusVerbs(
  status: Status,
  waitingOn: WaitingOn | null,
  to: { status: Status; waitingOn: WaitingOn | null },
): Verb[] {
  switch (to.status) {
    case "NEW":
      return [];
    case "OPEN":
      return status === "NEW" || status === "WAITING" ? [{ verb: "resume" }] : [];
    case "WAITING":
      return status === "WAITING" && waitingOn === to.waitingOn
        ? []
        : [{ verb: "waitOn", on: to.waitingOn as WaitingOn }];
    case "RESOLVED":
      return status === "RESOLVED" ? [] : [{ verb: "resolve" }];
    case "CLOSED":
      return [{ verb: "close" }];
    default:
      return to.status satisfies never;
  }
}
