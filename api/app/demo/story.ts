import type { RequestFacts } from "../../core/coverage-policy/facts.ts";
import type { Affected } from "../../core/urgency.ts";

/** What people ask for. The same stories are told again by the simulator, at other clients. */
export type Story = {
  subject: string;
  body: string;
  affected: Affected | null;
  workaround: boolean | null;
  facts: RequestFacts;
  cause: string;
  fix: string;
};

type Kind = NonNullable<RequestFacts["workKind"]>;
export const mac = { technologyKind: "OPERATING_SYSTEM", product: "macOS", version: "15" } as const;
export const windows = { technologyKind: "OPERATING_SYSTEM", product: "Windows", version: "11" } as const;
export const app = (product: string, version = "current") =>
  ({ technologyKind: "APPLICATION", product, version }) as const;
export const story = (
  subject: string,
  affected: Affected | null,
  workKind: Kind,
  about: Partial<RequestFacts>,
  cause: string,
  fix: string,
  workaround: boolean | null = null,
): Story => ({
  subject,
  body: `${subject}. It started this morning.`,
  affected,
  workaround,
  facts: { workKind, ...about },
  cause,
  fix,
});

export const network = { technologyKind: "NETWORK" } as const;
