import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a browser says that another site's page sent this request: by its `Origin`, or where there is none by
 * `Sec-Fetch-Site`. Whatever is no browser sends neither and is not foreign. `own` is the desk's public origin; where
 * that is not configured, the host that was asked for stands for it.
 */
export function isForeign({ headers }: { headers: IncomingHttpHeaders }, own: string | null): boolean {
  const { origin, host, "sec-fetch-site": site } = headers;
  if (origin === undefined) return site !== undefined && site !== "same-origin" && site !== "none";
  if (own !== null) return origin !== own;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
