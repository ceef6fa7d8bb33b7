import { type DestinationStream, type Logger, pino } from "pino";

export type { Logger };

/** Structured logs on standard error: standard output is for people. */
export const createLog = (level: string, to: DestinationStream = pino.destination(2)): Logger =>
  pino({ level, base: null, redact: ["authorization", "token", "*.authorization", "*.token"] }, to);
