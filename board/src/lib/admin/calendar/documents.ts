import { graphql, type ResultOf, type VariablesOf } from "../../gql.ts";

const Shown = graphql(`
  fragment ShownCalendar on Calendar {
    id code version timeZone contracts publishedAt effectiveFrom
    week { day windows { from until overnight } }
    holidays { date name origin }
    exceptions { date name windows { from until overnight } }
  }
`);

export const Calendars = graphql(`query Calendars { calendars { code version timeZone contracts holidays { date } } }`);

export const CalendarVersions = graphql(
  `query CalendarVersions($code: String!) { calendarVersions(code: $code) { ...ShownCalendar } }`,
  [Shown],
);

export const PublishCalendar = graphql(`
  mutation PublishCalendar($input: PublishCalendarInput!) {
    answer: publishCalendar(input: $input) {
      calendar { code version } application { id } userErrors { code field message }
    }
  }
`);

export const ApplyCalendar = graphql(`
  mutation ApplyCalendar($input: ApplyToOpenClocksInput!) {
    answer: applyToOpenClocks(input: $input) { application { id } userErrors { code field message } }
  }
`);

export const Regions = graphql(`query Regions($country: String) { holidayRegions(country: $country) { code name } }`);

export const PublicHolidays = graphql(`
  query PublicHolidays($region: String!, $years: [Int!]!) {
    publicHolidays(region: $region, years: $years) { date name origin }
  }
`);

export type CalendarListed = ResultOf<typeof Calendars>["calendars"][number];
export type CalendarShown = ResultOf<typeof Shown>;
export type CalendarInput = VariablesOf<typeof PublishCalendar>["input"];
export type RegionShown = ResultOf<typeof Regions>["holidayRegions"][number];
