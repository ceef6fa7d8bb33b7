/** What was typed as a time of one's own zone, as it travels; null where nothing was. */
export const untilOf = (typed: string): string | null =>
  typed ? new Date(typed).toISOString().replace(/\.\d+Z$/, "Z") : null;
