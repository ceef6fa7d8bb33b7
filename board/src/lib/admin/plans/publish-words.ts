import { count } from "../moves.ts";

type Said = {
  /** The version that publishing would make. */
  readonly version: number;
  readonly changed: boolean;
  readonly faults: number;
  readonly busy: boolean;
  /** The dry run of exactly this; null while it is not there. */
  readonly run: { readonly openClocks: number; readonly wouldBreach: number } | null;
};
type Button = {
  readonly label: string;
  /** Why it cannot be pressed; null: it can. */
  readonly off: string | null;
};

/** What both buttons have in common: why nothing can be published. */
function offBecause({ version, changed, faults, busy }: Said): string | null {
  if (!changed)
    return version === 1 ? "Give it a name and a code." : `Nothing has changed since version ${version - 1}.`;
  if (faults > 0) return `${count(faults, "field")} to put right first.`;
  return busy ? "It is being published." : null;
}

/** A plan's edit is for tickets from then on. */
export const publishWords = (said: Said): Button => ({
  label: said.busy ? "Publishing…" : `Publish version ${said.version}`,
  off: offBecause(said),
});

/** The other act: for open clocks too. Nobody moves clocks that were not counted before. */
export function publishAndApplyWords(said: Said): Button {
  const clocks =
    said.changed && said.run && said.run.openClocks > 0 ? count(said.run.openClocks, "open clock") : "open clocks";
  const off =
    offBecause(said) ??
    (said.run === null
      ? "What it would do is being counted."
      : said.run.openClocks === 0
        ? "No clock is open under this plan."
        : null);
  return { label: `Publish and apply to ${clocks}`, off };
}

/** `3 clocks would breach at once: #4711, #4712 and 1 more`. `numbers`: the tickets of those that are known. */
export function breachWords(wouldBreach: number, numbers: readonly number[]): string {
  const tickets = [...new Set(numbers)];
  const named = tickets.slice(0, 5).map((number) => `#${number}`);
  const more = (numbers.length < wouldBreach ? wouldBreach : tickets.length) - named.length;
  const rest = more > 0 ? ` and ${more.toLocaleString("en")} more` : "";
  return `${count(wouldBreach, "clock")} would breach at once: ${named.join(", ")}${rest}`;
}
