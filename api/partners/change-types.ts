import type { EventType } from "../core/events.ts";
import { enumOf } from "../platform/enums.ts";

/** Every event of the log as partners know it: its word, and what it says. The compiler misses none. */
const meanings: { readonly [type in EventType]: string } = {
  TicketCreated: "A ticket was opened.",
  FactsStated: "Facts were stated, or stated anew.",
  PriorityChanged: "The priority changed: derived from the facts, or set by hand.",
  CoverageDecided: "Coverage was decided, for the first time or again.",
  TicketTaken: "A technician took it.",
  TicketAssigned: "It was given to a team or a technician, or laid down.",
  TicketReplied: "A public message was written; `entry` is it.",
  MailSent: "A letter to the requester was accepted by a mail server.",
  MailBounced: "A mail server refused a letter for good.",
  MailFailed: "No mail server took a letter for two days; it is not tried any more.",
  NoteAdded: "An internal note was written; `entry` is it.",
  StepCompleted: "A documented step was completed.",
  TicketWaiting: "It waits for somebody else.",
  TicketScheduled: "An appointment was agreed, or moved.",
  AppointmentCancelled: "An appointment was called off.",
  AppointmentDrawsNear: "An appointment comes soon.",
  AppointmentPassed: "An appointment is over: it was kept, or missed.",
  BookingLinkSent: "A link was sent by which the requester chooses a time.",
  TicketResumed: "It was taken up again.",
  TicketResolved: "It was resolved.",
  TicketReopened: "It was reopened.",
  TicketClosed: "It was closed.",
  TicketCancelled: "It was cancelled.",
  TicketMerged: "It was merged into another ticket.",
  TicketAbsorbed: "Another ticket was merged into this one.",
  TicketRecovered: "Monitoring says that the condition has cleared.",
  SessionStarted: "A remote session began.",
  SessionEnded: "A remote session ended.",
  SessionSummarised: "What was done in a remote session was written down.",
  SlaClockStarted: "A clock began; `clock` is it.",
  SlaDueChanged: "A due instant moved.",
  SlaAtRisk: "A promise came at risk.",
  SlaBreached: "A promise was broken.",
  SlaBreachWithdrawn: "A breach was none after all.",
  SlaMetWithdrawn: "A promise was not kept after all: the response came back undelivered.",
  SlaMet: "A promise was kept.",
  SlaSealed: "A verdict is history from here on.",
  VerdictRevised: "A manager's other view stands beside a sealed verdict.",
  BreachJustified: "A reason was given for a breach.",
  PlanPublished: "A version of a plan was published.",
  CalendarPublished: "A version of a calendar was published.",
  AddOnSet: "A contract's add-on was set or ended.",
  PaidSupportSet: "The manufacturer support that a contract records as paid for was set.",
  DeviceLeavesSupport:
    "A manufacturer will soon no longer support what a device runs; `changed.deviceSupport` says when.",
  DeviceLeftSupport: "A manufacturer no longer supports what a device runs; `changed.deviceSupport` is it.",
  ExternalRefSet: "Another system's name for the ticket was set; `changed.externalRef` is it.",
  ExternalRefRemoved: "Another system's name for the ticket was removed.",
};

/** TicketCreated → TICKET_CREATED */
export const changeWord = (type: string): string => type.replace(/(?<=[a-z])[A-Z]/g, (c) => `_${c}`).toUpperCase();

export const eventTypes = Object.keys(meanings) as EventType[];
const byWord = new Map(eventTypes.map((type) => [changeWord(type), type]));

export const ChangeTypeEnum = enumOf(
  "ChangeType",
  "What happened. New words may be added: treat one you do not know as a change of its ticket.",
  Object.fromEntries(eventTypes.map((type) => [changeWord(type), meanings[type]])),
);

/** The types of the log behind words of the API; null: all. */
export const typesOf = (words: readonly string[] | null | undefined): string[] | null =>
  words ? words.map((word) => byWord.get(word) as string) : null;
