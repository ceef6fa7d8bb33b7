import type { DeskClient } from "../../../schema/sdk/client.ts";
import type { Page } from "./desk-names.ts";
import { readCsv } from "./rows.ts";

/** What a log's owner says of an incident. `rule` is the verdict of the stated rule, `own` the one they recorded. */
export type Answer = { readonly rule: boolean; readonly own: boolean; readonly priority: string };

export async function readAnswers(file: string): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  await readCsv(file, ["number", "priority", "made_sla", "rule_made_sla"], (record, at) => {
    const get = (column: string) => record[at(column)] as string;
    const answer = {
      rule: get("rule_made_sla") === "true",
      own: get("made_sla") === "true",
      priority: get("priority").charAt(0),
    };
    answers.set(get("number"), answer);
  });
  return answers;
}

type Clock = { metric: string; cycle: number; verdict: string | null };
type Listed = { externalRefs: { system: string; id: string }[]; slaClocks: Clock[] };

/** Each incident's verdict as the desk gives it: kept when no cycle of its resolution clock was missed; null while open. */
export async function readVerdicts(desk: DeskClient): Promise<Map<string, boolean | null>> {
  const verdicts = new Map<string, boolean | null>();
  for (let after: string | null = null; ; ) {
    const { tickets }: { tickets: Page<Listed> } = await desk.request(
      `query($after: String) { tickets(first: 100, after: $after, orderBy: CREATED_ASC) {
         edges { node { externalRefs { system id } slaClocks { metric cycle verdict } } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    for (const { node } of tickets.edges) {
      const number = node.externalRefs.find((ref) => ref.system === "replay")?.id;
      const clocks = node.slaClocks.filter((c) => c.metric === "RESOLUTION");
      if (number === undefined) continue;
      const open = clocks.length === 0 || clocks.some((c) => c.verdict === null);
      verdicts.set(number, clocks.some((c) => c.verdict === "MISSED") ? false : open ? null : true);
    }
    if (!tickets.pageInfo.hasNextPage) return verdicts;
    after = tickets.pageInfo.endCursor;
  }
}

export type Comparison = {
  incidents: number;
  equalToRule: number;
  equalToOwn: number;
  differing: { number: string; desk: boolean | null; rule: boolean }[];
};

export function compare(
  verdicts: ReadonlyMap<string, boolean | null>,
  answers: ReadonlyMap<string, Answer>,
): Comparison {
  const result: Comparison = { incidents: 0, equalToRule: 0, equalToOwn: 0, differing: [] };
  for (const [number, desk] of verdicts) {
    const answer = answers.get(number);
    if (!answer) continue;
    result.incidents += 1;
    if (desk === answer.own) result.equalToOwn += 1;
    if (desk === answer.rule) result.equalToRule += 1;
    else result.differing.push({ number, desk, rule: answer.rule });
  }
  return result;
}

export type Attained = { priority: string; met: number; missed: number };

/** Attainment by priority from the desk's own report over all of the log. */
export async function readAttainment(desk: DeskClient, from: string, until: string): Promise<Attained[]> {
  const { slaReport } = await desk.request<{
    slaReport: { byPriority: { priority: string; met: number; missed: number }[] };
  }>("query($input: SlaReportInput!) { slaReport(input: $input) { byPriority { priority met missed } } }", {
    input: { from, until, timeZone: "UTC", metric: "RESOLUTION", commitment: "CONTRACTUAL" },
  });
  return slaReport.byPriority.map(({ priority, met, missed }) => ({ priority, met, missed }));
}

/** The same, counted from the answers' rule. */
export function attainmentOfRule(verdicts: Iterable<string>, answers: ReadonlyMap<string, Answer>): Attained[] {
  const rows = new Map<string, Attained>();
  for (const number of verdicts) {
    const answer = answers.get(number);
    if (!answer) continue;
    let row = rows.get(answer.priority);
    if (!row) rows.set(answer.priority, (row = { priority: answer.priority, met: 0, missed: 0 }));
    row[answer.rule ? "met" : "missed"] += 1;
  }
  return [...rows.values()].sort((a, b) => (a.priority < b.priority ? -1 : 1));
}
