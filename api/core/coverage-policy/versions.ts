/** What people say for "the newest there is". */
const sayCurrent = new Set(["current", "latest", "newest", "up to date"]);
export const isCurrent = (version: string): boolean => sayCurrent.has(version.trim().toLowerCase());

/** The numbers of a version, in order: "11 24H2" is 11, 24, 2; "10.13.6" is 10, 13, 6. */
export const versionNumbers = (version: string): number[] => (version.match(/\d+/g) ?? []).map(Number);

/**
 * Below zero when `a` is older than `b`, zero when equal, above when newer; null when one of them holds no number.
 * A missing part counts as zero: 10.13 equals 10.13.0, and 8.1 is newer than 8.
 */
export function compareVersions(a: string, b: string): number | null {
  const [x, y] = [versionNumbers(a), versionNumbers(b)];
  if (x.length === 0 || y.length === 0) return null;
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Does `version` begin with all the numbers of `of`? 10.13.6 is a 10.13. */
export const isA = (version: string, of: string): boolean => {
  const [stated, wanted] = [versionNumbers(version), versionNumbers(of)];
  return wanted.length > 0 && wanted.every((n, i) => stated[i] === n);
};
