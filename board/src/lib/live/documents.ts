import { graphql, type ResultOf } from "../gql.ts";

const Counts = graphql(`fragment Counts on QueueCounts { open breached atRisk onTrack paused unassigned }`);
const Clock = graphql(`fragment Clock on DeskClock { now rate sandbox }`);
const Calendar = graphql(`fragment Calendar on WallCalendar { key timeZone periods { from until } }`);
const Bin = graphql(`fragment Bin on RunwayBin { key label kind count until }`);
const Session = graphql(`
  fragment Session on WallSession {
    ticketId technician client startedAt sessionSeconds usedTodaySeconds allowanceSeconds runningSessions
  }
`);
const Row = graphql(`
  fragment Row on WallRow {
    ticketId number version orderKey next client clientCode subject affected priority { code name rank } couldBeUrgent
    status assignee team coverage coverageClause
    metric commitment state standing pausedReason pausedAt
    remainingSeconds dueAt atRiskAt atRiskRemainingSeconds calendar createdAt
  }
`);

const Forecast = graphql(`
  fragment Forecast on BreachForecast { total breaches { number client clientCode dueAt takeBy } }
`);

export const WallChanges = graphql(
  `
  subscription WallChanges($rows: Int!, $after: Position) {
    wall(rows: $rows, after: $after) {
      __typename
      ... on WallSnapshot {
        from to
        wall {
          asOf pulseAt pulseAgeSeconds timeZone openUntil opensAt rowsOf
          clock { ...Clock } counts { ...Counts } rows { ...Row } runway { ...Bin } sessions { ...Session }
          calendars { ...Calendar } forecast { ...Forecast }
        }
      }
      ... on WallDelta {
        from to asOf pulseAt pulseAgeSeconds openUntil opensAt rowsOf gone
        clock { ...Clock } counts { ...Counts } rows { ...Row } runway { ...Bin } sessions { ...Session }
        calendars { ...Calendar } forecast { ...Forecast }
      }
      ... on WallHeartbeat {
        from to asOf pulseAt pulseAgeSeconds build checksum
        clock { ...Clock } counts { ...Counts } runway { ...Bin } sessions { ...Session } forecast { ...Forecast }
      }
    }
  }
`,
  [Clock, Counts, Row, Bin, Session, Calendar, Forecast],
);

export const QueueChanges = graphql(
  `
  subscription QueueChanges($first: Int!, $filter: QueueFilter, $after: Position) {
    queue(first: $first, filter: $filter, order: WALL, after: $after) {
      __typename
      ... on QueueSnapshot {
        from to asOf pulseAt pulseAgeSeconds total
        clock { ...Clock } counts { ...Counts } rows { ...Row } calendars { ...Calendar }
      }
      ... on QueueDelta {
        from to asOf pulseAt pulseAgeSeconds total gone
        clock { ...Clock } counts { ...Counts } rows { ...Row } calendars { ...Calendar }
      }
      ... on QueueHeartbeat { from to asOf pulseAt pulseAgeSeconds build checksum clock { ...Clock } counts { ...Counts } }
    }
  }
`,
  [Clock, Counts, Row, Calendar],
);

export const TakeTicket = graphql(`
  mutation TakeTicket($ticketId: ID!) {
    takeTicket(input: { ticketId: $ticketId }) { current { assignee { name } } userErrors { code message } }
  }
`);

export const TakeNext = graphql(`
  mutation TakeNext {
    takeNext(input: {}) { ticket { id number subject client { name } } userErrors { code message } }
  }
`);

export type RowMessage = ResultOf<typeof Row>;
export type CountsMessage = ResultOf<typeof Counts>;
export type BinMessage = ResultOf<typeof Bin>;
export type SessionMessage = ResultOf<typeof Session>;
export type ForecastMessage = ResultOf<typeof Forecast>;
export type CalendarMessage = ResultOf<typeof Calendar>;
