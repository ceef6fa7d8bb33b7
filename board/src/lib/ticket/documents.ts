import { File } from "../files/documents.ts";
import { graphql, type ResultOf } from "../gql.ts";
import { FairUse } from "../sessions/documents.ts";

const Clock = graphql(`
  fragment ShownClock on SlaClock {
    id metric cycle commitment state standing verdict
    pausedReason pausedAt resumesAt noDueReason
    startedAt dueAt atRiskAt satisfiedAt breachedAt endedAt
    elapsedSeconds remainingSeconds asOf timeZone policyVersion calendarVersion
    target { kind amountSeconds amountDays satisfiedBy atRiskBeforeSeconds }
    segments { from until kind cause }
    openPeriods(first: 12) { from until }
  }
`);

export const Decision = graphql(`
  fragment ShownDecision on CoverageDecision {
    outcome planVersion decidedAt missing wouldChange
    clause { code title outcome } alsoMatched { code title outcome }
    facts { name value } presumed { name value }
    evidence { clause fact value source sourceUrl }
    nextStep { kind label manufacturer url }
    decidedBy { kind name } reason
  }
`);

const Line = graphql(
  `
  fragment ShownLine on TimelineEntry {
    id kind at actor public body change step delivery { state at nextAt error } attachments { ...ShownFile }
  }
`,
  [File],
);

const Shown = graphql(
  `
  fragment ShownTicket on Ticket {
    id number version subject description channel kindOfWork affected workaround couldBeUrgent
    priority { code name } priorityReason status waitingOn accepts closeReason createdAt
    client {
      id name code timeZone
      contract { from until addOns { kind until } plan { id name code version priorities { code name } } calendar { code } }
      fairUse { ...ShownFairUse }
    }
    requester { id name email phone }
    device { id name technology { kind product version }
      support { supported unknownBecause product version endsOn lastDay daysLeft paid source sourceUrl asOf } }
    team { id name } assignee { id name }
    steps { step required done note by at }
    coverage { ...ShownDecision } coverageByRules { outcome clause { code title } }
    slaClock { id }
    slaClocks { ...ShownClock }
    queuePlace { inQueue ahead reasons { code text } }
    sessions { id startedAt endedAt endedBy seconds summary technician { id name } }
    appointments { id from until status technicianName }
    mergedInto { number }
    timeline(first: 100) { pageInfo { hasNextPage endCursor } edges { node { ...ShownLine } } }
  }
`,
  [Decision, Clock, Line, FairUse],
);

export const TicketByNumber = graphql(
  `query TicketByNumber($number: Int!) { deskClock { now rate sandbox } ticket(number: $number) { ...ShownTicket } }`,
  [Shown],
);

export const TicketChanges = graphql(`subscription TicketChanges($id: ID!) { ticket(id: $id) { ...ShownTicket } }`, [
  Shown,
]);

export const TimelineAfter = graphql(
  `
  query TimelineAfter($id: ID!, $after: String!) {
    ticket(id: $id) {
      timeline(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { ...ShownLine } } }
    }
  }
`,
  [Line],
);

export const FindTickets = graphql(`
  query FindTickets($search: String!) {
    tickets(first: 10, filter: { search: $search }) { edges { node { number subject status client { name } } } }
  }
`);

export const Staff = graphql(`query Staff { technicians { id name onShift } teams { id name } }`);

export const BookingOutlook = graphql(`
  query BookingOutlook($ticketId: ID!, $technicianId: ID, $lengthSeconds: Int) {
    bookingOutlook(ticketId: $ticketId, technicianId: $technicianId, lengthSeconds: $lengthSeconds) {
      slots earliest { from } warning
    }
  }
`);

export type TicketShown = ResultOf<typeof Shown>;
export type TicketFound = ResultOf<typeof FindTickets>["tickets"]["edges"][number]["node"];
export type ClockShown = ResultOf<typeof Clock>;
export type DecisionShown = ResultOf<typeof Decision>;
export type LineShown = ResultOf<typeof Line>;
export type StepShown = TicketShown["steps"][number];
export type Step = StepShown["step"];
export type Verb = TicketShown["accepts"][number];
