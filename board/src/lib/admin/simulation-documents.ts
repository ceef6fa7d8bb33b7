import { graphql, type ResultOf, type VariablesOf } from "../gql.ts";

const Simulated = graphql(`
  fragment Simulated on DueSimulation {
    timeZone planVersion calendarVersion
    clocks {
      metric commitment startedAt atRiskAt dueAt noDueReason sentence
      target { kind amountSeconds amountDays pausesOn }
      segments { from until kind cause }
    }
  }
`);

/** When an imagined ticket would be due; and, where a draft is tried, by what is published. */
export const WhenDue = graphql(
  `
  query WhenDue($input: DueSimulationInput!, $published: DueSimulationInput!, $compare: Boolean!) {
    dueSimulation(input: $input) { simulation { ...Simulated } userErrors { code field message } }
    published: dueSimulation(input: $published) @include(if: $compare) { simulation { ...Simulated } }
  }
`,
  [Simulated],
);

/** What a simulator chooses from: the newest versions of all plans and calendars. */
export const Agreements = graphql(`
  query Agreements {
    plans { code name version priorities { code name rank } }
    calendars {
      code version timeZone
      week { day windows { from until overnight } } holidays { date name } exceptions { date name windows { from until overnight } }
    }
  }
`);

export type SimulationShown = ResultOf<typeof Simulated>;
export type SimulatedClock = SimulationShown["clocks"][number];
export type AgreementsShown = ResultOf<typeof Agreements>;
export type SimulationInput = VariablesOf<typeof WhenDue>["input"];
/** What is tried before it is published. */
export type Drafts = {
  readonly plan?: NonNullable<SimulationInput["plan"]>;
  readonly calendar?: NonNullable<SimulationInput["calendar"]>;
};
