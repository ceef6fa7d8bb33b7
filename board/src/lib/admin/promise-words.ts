import { lengthText } from "./length.ts";

type Kind = "OPERATING_TIME" | "OPERATING_DAYS" | "ELAPSED";
type Amount = {
  readonly kind: Kind;
  readonly amountSeconds?: number | null;
  readonly amountDays?: number | null;
};

export const kindWord: { readonly [kind in Kind]: string } = {
  OPERATING_TIME: "operating time",
  OPERATING_DAYS: "operating days",
  ELAPSED: "elapsed time",
};

/** How a kind is counted, as its explanation. */
export const kindMeans: { readonly [kind in Kind]: string } = {
  OPERATING_TIME: "Only time in which the desk is open counts.",
  OPERATING_DAYS: "The same wall time on that many operating days later.",
  ELAPSED: "Every second counts; an end in closed hours waits for the next opening.",
};

/** `1 h 30 min`, `3 operating days`, `24 h elapsed`. */
export function amountText({ kind, amountSeconds, amountDays }: Amount): string {
  if (kind === "OPERATING_DAYS") return `${amountDays ?? 0} operating day${amountDays === 1 ? "" : "s"}`;
  return kind === "ELAPSED" ? `${lengthText(amountSeconds ?? 0)} elapsed` : lengthText(amountSeconds ?? 0);
}

/** The same with its kind in words: `1 h of operating time`. */
export const promisedText = (amount: Amount): string =>
  amount.kind === "OPERATING_TIME" ? `${amountText(amount)} of operating time` : amountText(amount);

export const commitmentWord = { CONTRACTUAL: "to the client", INTERNAL: "internal" } as const;
