import { graphql, query } from "../gql.ts";
import { deskClock } from "./desk-clock.svelte.ts";

const Clock = graphql(`query Clock { deskClock { now rate sandbox } }`);
const EVERY = 60_000;

/** Keeps the page's clock on desk time where no live message does. Stops with the returned function. */
export function keepTime(): () => void {
  const ask = () =>
    query(Clock).then(
      (answer) => deskClock.hear(answer.deskClock),
      () => {}, // offline: the clock is carried on by the machine
    );
  void ask();
  const timer = setInterval(ask, EVERY);
  return () => clearInterval(timer);
}
