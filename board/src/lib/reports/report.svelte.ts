import { query } from "../gql.ts";
import { type Asked, csvName, inputOf } from "./address.ts";
import { type BreachShown, MoreBreaches, Report, ReportCsv, type ReportShown } from "./documents.ts";

/** One report as asked for by its address, with as many of its breaches as were asked to be shown. */
export class OpenReport {
  shown: ReportShown | null = $state.raw(null);
  breaches: readonly BreachShown[] = $state.raw([]);
  trouble: string | null = $state(null);
  busy = $state(false);
  #more: string | null = $state(null);
  #asked: AbortController | null = null;

  get hasMore(): boolean {
    return this.#more !== null;
  }

  async open(asked: Asked): Promise<void> {
    this.#asked?.abort();
    const own = new AbortController();
    this.#asked = own;
    this.busy = true;
    try {
      const { slaReport } = await query(Report, { input: inputOf(asked) }, own.signal);
      if (own.signal.aborted) return;
      this.shown = slaReport;
      this.trouble = null;
      this.breaches = [];
      this.#add(slaReport.breaches);
    } catch (error) {
      if (!own.signal.aborted) this.trouble = (error as Error).message;
    } finally {
      if (this.#asked === own) this.busy = false;
    }
  }

  async more(asked: Asked): Promise<void> {
    if (this.#more === null) return;
    const own = this.#asked;
    try {
      const { slaReport } = await query(MoreBreaches, { input: inputOf(asked), after: this.#more });
      if (this.#asked === own) this.#add(slaReport.breaches);
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }

  #add({ edges, pageInfo }: ReportShown["breaches"]): void {
    this.breaches = [...this.breaches, ...edges.map(({ node }) => node)];
    this.#more = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  }

  /** Hands the report over as a file. Spreadsheets take it for UTF-8 only when it begins with a byte order mark. */
  async download(asked: Asked): Promise<void> {
    try {
      const { csv } = (await query(ReportCsv, { input: inputOf(asked) })).slaReport;
      const text = csv.startsWith("\ufeff") ? csv : `\ufeff${csv}`;
      const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
      const link = Object.assign(document.createElement("a"), { href: url, download: csvName(asked) });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 1_000);
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }
}
