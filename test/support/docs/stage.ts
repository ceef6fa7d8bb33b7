import type { TestDesk } from "../desk.ts";
import type { Running } from "./programs.ts";
import type { Receiver } from "./receiver.ts";
import type { Names } from "./same.ts";

/** What the examples of one guide act on. */
export type Stage = {
  readonly desk: TestDesk;
  readonly receiver: Receiver;
  readonly names: Names;
  readonly services: Running[];
  /** How much of what its services printed a guide has shown. */
  shown: number;
};
