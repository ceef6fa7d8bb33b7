import { type DestinationStream, type Logger, pino } from "pino";

export type { Logger };

const secrets = ["authorization", "token", "*.authorization", "*.token"];

/** Structured logs on standard error, unless told elsewhere: standard output is for people. */
export const createLog = (level: string, to: DestinationStream = pino.destination(2)): Logger =>
  pino({ level, base: null, redact: secrets }, to);
