import { uuidv7 } from "../../platform/ids.ts";

/** A request's name in answers and logs: the client's own where it is harmless, otherwise one of ours. */
export const requestIdOf = (given: string | string[] | undefined): string =>
  typeof given === "string" && /^[\w.:/+=-]{1,100}$/.test(given) ? given : uuidv7();
