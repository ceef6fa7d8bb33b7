import type { Decision } from "./coverage-policy/decide.ts";
import type { FactName, FactValue } from "./coverage-policy/facts.ts";
import type { PaidSupport } from "./coverage-policy/manufacturer-support.ts";
import type { Change, ClockRef, Holding, Moved, Named, Reasoned, WithFiles } from "./event-parts.ts";
import type { Status, Step, WaitingOn } from "./ticket-lifecycle.ts";
import type { Instant, Seconds } from "./time.ts";
import type { Affected, Channel } from "./urgency.ts";

/**
 * Every event of the desk, and what it carries: the desk's story on a page. The envelope (who, from where, when, which
 * version of the ticket) belongs to the log. Instants are whole seconds.
 */
export type EventPayloads = {
  TicketCreated: WithFiles & {
    readonly number: number;
    readonly subject: string;
    readonly status: Status;
    readonly client: Named | null;
    readonly requester: Named | null;
    readonly channel: Channel;
    readonly affected: Affected | null;
    readonly workaround: boolean | null;
    readonly priority: string;
    readonly team: Named | null;
    readonly assignee: Named | null;
  };
  /** Typed facts, stated or stated anew; priority and coverage are derived from them. */
  FactsStated: {
    readonly affected?: Change<Affected | null>;
    readonly workaround?: Change<boolean | null>;
    readonly facts: readonly { readonly name: FactName; readonly from: FactValue; readonly to: FactValue }[];
  };
  /** DERIVED from the facts, or STATED by a manager with a reason (or by the plan of an imported desk). */
  PriorityChanged: {
    readonly priority: Change<string>;
    readonly origin: "DERIVED" | "STATED";
    readonly reason: string | null;
  };
  CoverageDecided: {
    readonly decisionId: string;
    readonly outcome: Change<Decision["outcome"] | null>;
    readonly clause: Change<string | null>;
    readonly override: boolean;
    readonly reason: string | null;
    /** The day's minutes were used up while somebody was connected; left out otherwise. */
    readonly midSession?: true;
  };
  TicketTaken: Omit<Holding, "team">;
  TicketAssigned: Holding;
  /** A public message. `byPerson` is false for automatic mail, which answers nobody and starts no clock. */
  TicketReplied: WithFiles & {
    readonly messageId: string;
    readonly from: "STAFF" | "REQUESTER";
    readonly byPerson: boolean;
    readonly status: Change<Status>;
    /** It went along with something that has a letter of its own. */
    readonly along?: "BOOKING_LINK" | "RESOLUTION";
    /** It was sent by other means, before it was written down here. */
    readonly sentAt?: Instant;
  };
  /** A letter to the requester was accepted by a mail server: the message, or what the desk wrote by itself (null). */
  MailSent: { readonly letterId: string; readonly letter: string; readonly messageId: string | null };
  /**
   * A mail server refused a letter for good. `withdrawn`: the message that it carried was a response, and is none any more.
   * A ticket that waited for an answer to it is taken up again.
   */
  MailBounced: {
    readonly letterId: string;
    readonly letter: string;
    readonly messageId: string | null;
    readonly reason: string;
    readonly withdrawn: boolean;
    readonly status: Change<Status>;
    readonly waitingOn: Change<WaitingOn | null>;
  };
  /** No mail server took a letter for two days: it is not tried any more. */
  MailFailed: {
    readonly letterId: string;
    readonly letter: string;
    readonly messageId: string | null;
    readonly reason: string;
  };
  NoteAdded: WithFiles & { readonly noteId: string };
  StepCompleted: { readonly step: Step; readonly note: string; readonly cycle: number };
  TicketWaiting: Reasoned & { readonly waitingOn: Change<WaitingOn | null>; readonly resumesAt: Instant | null };
  /** An appointment was agreed, or moved: `before` is when it was to be until then, and with whom. */
  TicketScheduled: Moved & {
    readonly appointmentId: string;
    readonly technician: Named;
    readonly from: Instant;
    readonly until: Instant;
    readonly sequence: number;
    readonly before: { readonly from: Instant; readonly until: Instant; readonly technician?: Named } | null;
  };
  /** `TICKET_ENDED`: there is nothing left to meet for. */
  AppointmentCancelled: Moved & {
    readonly appointmentId: string;
    readonly technician: Named;
    readonly from: Instant;
    readonly until: Instant;
    readonly sequence: number;
    readonly by: "STAFF" | "REQUESTER" | "TICKET_ENDED";
    readonly reason: string | null;
  };
  /** It comes soon: whoever writes to people does so now. */
  AppointmentDrawsNear: { readonly appointmentId: string; readonly from: Instant };
  /** It is over: `KEPT` with a session in its time, `MISSED` without one. */
  AppointmentPassed: { readonly appointmentId: string; readonly outcome: "KEPT" | "MISSED" };
  /** A link was sent by which the requester chooses a time. */
  BookingLinkSent: {
    readonly linkId: string;
    readonly messageId: string;
    readonly technician: Named | null;
    readonly expiresAt: Instant;
  };
  TicketResumed: Moved & { readonly waitingOn: Change<WaitingOn | null> };
  /** `messageId`: what was said to the requester with it. */
  TicketResolved: Moved & { readonly messageId: string | null };
  TicketReopened: Reasoned & { readonly cycle: number };
  TicketClosed: Reasoned & { readonly withoutSteps: boolean };
  TicketCancelled: Reasoned;
  TicketMerged: Reasoned & { readonly into: { readonly id: string; readonly number: number } };
  /** On the parent: what it took over from the ticket merged into it. */
  TicketAbsorbed: {
    readonly child: { readonly id: string; readonly number: number };
    readonly createdAt: Change<Instant>;
  };
  /** Monitoring says that the condition has cleared. The promise stands. */
  TicketRecovered: { readonly source: string; readonly fingerprint: string };
  /** What another system calls the ticket; one name in each system. */
  ExternalRefSet: { readonly system: string; readonly externalId: Change<string | null> };
  ExternalRefRemoved: { readonly system: string; readonly externalId: Change<string | null> };
  /** `grounds`: at its appointment, or at once by the client's add-on. */
  SessionStarted: {
    readonly sessionId: string;
    readonly technician: Named;
    readonly status: Change<Status>;
    readonly grounds: "APPOINTMENT" | "IMMEDIATE";
    readonly consent: { readonly how: "SPOKEN" | "ONLINE"; readonly by: string };
  };
  /**
   * `VANISHED`: the heartbeats stopped; the end is the last of them and the grace. `DESK_CLOSED`: its hours were over.
   * `TICKET_ENDED`: the ticket was closed, cancelled or merged.
   */
  SessionEnded: {
    readonly sessionId: string;
    readonly technician: Named;
    readonly seconds: Seconds;
    readonly endedBy: "TECHNICIAN" | "REQUESTER" | "VANISHED" | "DESK_CLOSED" | "TICKET_ENDED";
  };
  /** What was done in a session was written down; the story has it. */
  SessionSummarised: { readonly sessionId: string; readonly technician: Named };
  SlaClockStarted: ClockRef & {
    readonly dueAt: Instant | null;
    readonly atRiskAt: Instant | null;
    readonly noDueReason: string | null;
  };
  /** `applicationId`: the plan, calendar or add-on that was applied to open clocks and moved this one. */
  SlaDueChanged: ClockRef & {
    readonly dueAt: Change<Instant | null>;
    readonly cause: string;
    readonly applicationId?: string;
  };
  SlaAtRisk: ClockRef & { readonly dueAt: Instant; readonly remaining: Seconds };
  SlaBreached: ClockRef & { readonly dueAt: Instant };
  /**
   * It is no breach after all: a fact that happened in time arrived late, within the settling time (`satisfiedAt`), or an
   * edit made before the breach reached the clock after it (null). `dueAt` is the due that was announced as broken.
   */
  SlaBreachWithdrawn: ClockRef & { readonly dueAt: Instant; readonly satisfiedAt: Instant | null };
  /** It is not kept after all: the response came back undelivered, within the settling time. */
  SlaMetWithdrawn: ClockRef & { readonly dueAt: Instant | null; readonly satisfiedAt: Instant | null };
  /** Satisfied in time. */
  SlaMet: ClockRef & { readonly dueAt: Instant | null; readonly satisfiedAt: Instant };
  /** The verdict is history from here on. */
  SlaSealed: ClockRef & {
    readonly verdict: "MET" | "MISSED" | "CANCELLED" | "MERGED";
    readonly dueAt: Instant | null;
    readonly satisfiedAt: Instant | null;
    readonly elapsed: Seconds;
    readonly late: Seconds;
  };
  /** A manager's other view of a sealed verdict; the sealed one stays. */
  VerdictRevised: ClockRef & {
    readonly verdict: Change<"MET" | "MISSED" | "CANCELLED" | "MERGED">;
    readonly reason: string;
  };
  /** A manager's reason beside a breach; the verdict stays. */
  BreachJustified: ClockRef & { readonly reasonCode: string; readonly reason: string };
  PlanPublished: { readonly code: string; readonly version: number };
  CalendarPublished: { readonly code: string; readonly version: number };
  AddOnSet: {
    readonly contractId: string;
    readonly kind: "AFTER_HOURS" | "IMMEDIATE";
    readonly from: Instant;
    readonly until: Instant | null;
  };
  /** All manufacturer support that the contract now records as paid for. */
  PaidSupportSet: { readonly contractId: string; readonly paidSupport: readonly PaidSupport[] };
  /** Its manufacturer supports what it runs until `endsOn`, paid support included: so many days are left. */
  DeviceLeavesSupport: DeviceSupport & { readonly daysLeft: number };
  /** `endsOn` was the last supported day; null where the manufacturer names none. */
  DeviceLeftSupport: DeviceSupport;
};

/** A device, and what it runs, as both were named at the time. */
type DeviceSupport = {
  readonly device: Named;
  readonly client: Named;
  readonly product: string;
  readonly version: string;
  readonly endsOn: string | null;
};

export type EventType = keyof EventPayloads;

/** The desk's own news, told of no ticket. */
export type DeskEventType =
  | "PlanPublished"
  | "CalendarPublished"
  | "AddOnSet"
  | "PaidSupportSet"
  | "DeviceLeavesSupport"
  | "DeviceLeftSupport";

/** One event as a verb records it; narrowed by its type. */
export type DomainEvent = {
  [T in EventType]: {
    readonly type: T;
    readonly ticketId: T extends DeskEventType ? null : string;
    readonly payload: EventPayloads[T];
  };
}[EventType];
