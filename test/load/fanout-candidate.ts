import type { Kind } from "./fanout-events.ts";

/** One that serves the wall to whoever subscribes. */
export type Candidate = {
  readonly url: string;
  /** Those of its screens, where it asks for any. */
  readonly tokens?: readonly string[];
  /** Changes something that all are told of; answers when, by `micros`. */
  publish(kind: Kind): Promise<number>;
};
export type Ready = Pick<Candidate, "url" | "tokens">;
