import type { TestDesk } from "./desk.ts";

export type Facts = { kindOfWork?: string; technology?: { kind: string; product?: string; version?: string } } & {
  [fact: string]: unknown;
};
export type Decision = {
  outcome: "COVERED" | "LIMITED" | "EXCLUDED" | "NEEDS_INFORMATION";
  covered: boolean;
  clause: { code: string; outcome: string; title: string } | null;
  alsoMatched: { code: string }[];
  nextStep: { kind: string; label: string; manufacturer: string | null; url: string | null };
  evidence: { clause: string | null; fact: string; value: string; source: string | null }[];
  presumed: { name: string }[];
  missing: string[];
  wouldChange: string[];
};

/** All of a decision that a test looks at. */
export const DECISION = `outcome covered clause { code outcome title } alsoMatched { code }
  nextStep { kind label manufacturer url } evidence { clause fact value source } presumed { name } missing wouldChange`;

/** Would this be covered? As a technician asks it, of a client or of nobody in particular. */
export async function preview(desk: TestDesk, facts: Facts, clientId?: string): Promise<Decision> {
  const { data, errors } = await desk.gql<{ coveragePreview: Decision }>(
    "technician",
    `query($input: CoveragePreviewInput!) { coveragePreview(input: $input) { ${DECISION} } }`,
    { input: { facts, ...(clientId && { clientId }) } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.coveragePreview;
}

/** Every clause that a decision names, the deciding one first. */
export const clausesOf = ({ clause, alsoMatched }: Decision): string[] => [
  ...(clause ? [clause.code] : []),
  ...alsoMatched.map((c) => c.code),
];
