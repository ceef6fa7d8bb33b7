import type { Kind } from "./fanout-events.ts";
import type { Delivered, Measured } from "./fanout-measure.ts";
import { median } from "./figures.ts";

export type Rounds = { readonly [candidate: string]: readonly Measured[] };

const ms = (n: number) => (n < 100 ? n.toFixed(1) : Math.round(n).toLocaleString("en"));

/** A row for each candidate and kind of event: medians of its rounds, and ours as a share of theirs. */
export function fanoutRows(rounds: Rounds, kinds: readonly Kind[]) {
  return kinds.flatMap((kind) => {
    const of = (candidate: string, what: keyof Delivered) =>
      median((rounds[candidate] ?? []).map(({ kinds }) => kinds[kind]?.[what] ?? Number.NaN));
    const [ours = ""] = Object.keys(rounds);
    const share = (candidate: string, what: keyof Delivered) =>
      candidate === ours ? "" : `${((of(ours, what) / of(candidate, what)) * 100).toFixed(0)} %`;
    return Object.keys(rounds).map((candidate) => ({
      event: `${kind}, ${of(candidate, "bytes").toLocaleString("en")} B`,
      system: candidate,
      "first client, ms": ms(of(candidate, "first")),
      median: ms(of(candidate, "middle")),
      last: ms(of(candidate, "last")),
      "ours of it": share(candidate, "last"),
      "CPU µs a delivery": of(candidate, "cpu").toFixed(1),
      "ours of that": share(candidate, "cpu"),
      "client's": of(candidate, "clientCpu").toFixed(1),
    }));
  });
}

/** What a connection takes. */
export const connectionRows = (rounds: Rounds) =>
  Object.entries(rounds).map(([system, measured]) => {
    const of = (what: "rss" | "heap" | "joinCpu") => median(measured.map((round) => round[what]));
    return {
      system,
      "kB a connection": (of("rss") / 1000).toFixed(1),
      "of it in V8": (of("heap") / 1000).toFixed(1),
      "CPU µs to join": Math.round(of("joinCpu")).toLocaleString("en"),
    };
  });
