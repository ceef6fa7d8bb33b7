import { request } from "undici";
import type { Dispatchers } from "./webhook-dispatcher.ts";
import { checkTarget } from "./webhook-target.ts";

/** How one try was answered; without a status it was not answered at all, and the error says why. */
export type Outcome = {
  readonly status: number | null;
  readonly error: string | null;
  readonly ms: number;
  readonly excerpt: string | null;
  /** Seconds for which the endpoint asked to be left alone. */
  readonly retryAfter: number | null;
};

const EXCERPT_BYTES = 1_024;

export type Post = { url: string; headers: Record<string, string>; body: string };

/** Sends one message and waits for its answer, no longer than the limit. Redirects are answers like any other. */
export async function postWebhook(
  { url, headers, body }: Post,
  ways: Dispatchers,
  allowLocal: readonly string[],
  limitMs: number,
): Promise<Outcome> {
  const began = performance.now();
  const ms = () => Math.round(performance.now() - began);
  const target = checkTarget(url, allowLocal);
  if (!target.ok) return { status: null, error: target.why, ms: 0, excerpt: null, retryAfter: null };
  try {
    const response = await request(target.url, {
      method: "POST",
      headers,
      body,
      dispatcher: target.local ? ways.local : ways.guarded,
      signal: AbortSignal.timeout(limitMs),
    });
    const excerpt = await firstOf(response.body);
    const status = response.statusCode;
    return {
      status,
      error: errorOf(status),
      ms: ms(),
      excerpt,
      retryAfter: retryAfterIn(response.headers["retry-after"]),
    };
  } catch (error) {
    return { status: null, error: reasonOf(error as Error, limitMs), ms: ms(), excerpt: null, retryAfter: null };
  }
}

const errorOf = (status: number): string | null =>
  status >= 200 && status < 300
    ? null
    : status >= 300 && status < 400
      ? "Redirects are not followed"
      : `Answered ${status}`;

/** The beginning of an answer, as text that a database can hold. What follows is not read. */
async function firstOf(body: AsyncIterable<Buffer> & { destroy(): unknown; on(e: "error", f: () => void): unknown }) {
  const chunks: Buffer[] = [];
  let size = 0;
  body.on("error", () => {});
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= EXCERPT_BYTES) break; // leaving the loop lets the rest go
  }
  if (size === 0) return null;
  const text = Buffer.concat(chunks).subarray(0, EXCERPT_BYTES).toString("utf8");
  return text.replaceAll("\0", "");
}

/** `Retry-After` as seconds: a number of them, or a date by the machine's own clock, as it was by the sender's. */
export function retryAfterIn(header: string | string[] | undefined, nowMs = Date.now()): number | null {
  const text = (Array.isArray(header) ? header[0] : header)?.trim();
  if (!text) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) || !/[a-z]/i.test(text) ? null : Math.max(0, Math.ceil((at - nowMs) / 1000));
}

function reasonOf(error: Error & { code?: string; cause?: unknown }, limitMs: number): string {
  if (error.name === "TimeoutError" || error.name === "AbortError") return `No answer within ${limitMs / 1000} s`;
  const said = error.message || (error.cause as Error | undefined)?.message || error.name;
  return `${error.code ? `${error.code}: ` : ""}${said}`.slice(0, 255);
}
