/** How a request travels: the body goes out with the headers, status and text come back. Replace it to pool connections. */
export type Send = (
  url: string,
  request: { headers: Record<string, string>; body: string; signal?: AbortSignal },
) => Promise<{ status: number; headers: Record<string, string | undefined>; text: string }>;

export const byFetch: Send = async (url, { headers, body, signal = null }) => {
  const response = await fetch(url, { method: "POST", headers, body, signal });
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
};
