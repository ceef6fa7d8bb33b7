/** Seconds since 1970 of an instant as it travels. */
export const instant = (text: string): number => Math.floor(Date.parse(text) / 1_000);

/** The same for what may be absent. */
export const instantOrNull = (text: string | null | undefined): number | null => (text ? instant(text) : null);
