import { graphql, query, type ResultOf } from "../gql.ts";
import { type Asked, inputOf } from "./address.ts";

const Counts = graphql(`fragment OutcomeFigures on OutcomeCounts { covered limited excluded needsInformation }`);
const Mix = graphql(
  `fragment CoverageRow on CoverageMix { clientId client tickets overridden inForce { ...OutcomeFigures } byRules { ...OutcomeFigures } }`,
  [Counts],
);
const Report = graphql(
  `
  query CoverageReport($input: CoverageReportInput!, $after: String) {
    coverageReport(input: $input) {
      timeZone asOf total { ...CoverageRow } byClient { ...CoverageRow }
      overrides(first: 25, after: $after) {
        pageInfo { hasNextPage endCursor }
        edges { node { ticketId number subject client outcome clause rulesOutcome rulesClause by reason at stands } }
      }
    }
  }
`,
  [Mix],
);

export type CoverageShown = ResultOf<typeof Report>["coverageReport"];
export type MixShown = CoverageShown["total"];
export type OverrideShown = CoverageShown["overrides"]["edges"][number]["node"];

/** How requests were covered in the range of the report, and what was decided by hand. */
export class CoverageMixes {
  shown: CoverageShown | null = $state.raw(null);
  overrides: readonly OverrideShown[] = $state.raw([]);
  trouble: string | null = $state(null);
  #after: string | null = $state(null);
  #asked: AbortController | null = null;

  get hasMore(): boolean {
    return this.#after !== null;
  }

  async open(asked: Asked): Promise<void> {
    await this.#read(asked, null);
  }

  async more(asked: Asked): Promise<void> {
    if (this.#after !== null) await this.#read(asked, this.#after);
  }

  async #read(asked: Asked, after: string | null): Promise<void> {
    this.#asked?.abort();
    const own = new AbortController();
    this.#asked = own;
    const { from, until, timeZone, clientId } = inputOf(asked);
    try {
      const { coverageReport } = await query(Report, { input: { from, until, timeZone, clientId }, after }, own.signal);
      if (own.signal.aborted) return;
      const { edges, pageInfo } = coverageReport.overrides;
      this.overrides = [...(after === null ? [] : this.overrides), ...edges.map(({ node }) => node)];
      this.#after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
      this.shown = coverageReport;
      this.trouble = null;
    } catch (error) {
      if (!own.signal.aborted) this.trouble = (error as Error).message;
    }
  }
}
