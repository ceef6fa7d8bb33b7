import { count } from "../moves.ts";

type Said = {
  readonly mayPublish: boolean;
  /** The version that publishing would make. */
  readonly version: number;
  readonly changed: boolean;
  readonly applies: boolean;
  readonly faults: number;
  readonly busy: boolean;
  /** The dry run of exactly this; null while it is not there. */
  readonly run: { readonly moved: number; readonly wouldBreach: number } | null;
};
type Button = {
  readonly label: string;
  /** Why it cannot be pressed; null: it can. */
  readonly off: string | null;
};

/** What the button does, and why it does not. */
export function publishWords({ mayPublish, version, changed, applies, faults, busy, run }: Said): Button {
  const what = `Publish version ${version}`;
  if (!mayPublish) return { label: what, off: "A manager publishes; you may see what it would do." };
  if (!changed)
    return {
      label: what,
      off: version > 1 ? `Nothing has changed since version ${version - 1}.` : "Give it a code first.",
    };
  if (faults > 0) return { label: what, off: `${count(faults, "field")} to put right first.` };
  if (busy) return { label: "Publishing…", off: "It is being published." };
  if (!run) return { label: what, off: "What it would do is being counted." };
  if (!applies) return { label: `${what} for new tickets`, off: null };
  return {
    label: run.moved > 0 ? `${what} and move ${count(run.moved, "clock")}` : `${what}, moving no clock`,
    off: null,
  };
}
