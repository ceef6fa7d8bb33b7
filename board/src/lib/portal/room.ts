/** The desk's own pages, each with the one in the portal that tells a requester the same. */
const instead: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^\/t\/new\/?$/, () => "/portal/new"],
  [/^\/t\/(\d+)\/?$/, ([, number]) => `/portal/t/${number}`],
];
/** What a requester may open outside the portal. */
const open = /^\/(sign-in|reports|docs|book)(\/|$)/;

/** Where somebody at a client is led from a page of the desk; null: they may stay. */
export function portalPage(path: string): string | null {
  if (open.test(path)) return null;
  for (const [page, there] of instead) {
    const match = page.exec(path);
    if (match) return there(match);
  }
  return "/portal";
}
