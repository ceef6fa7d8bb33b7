import { type DeskError, errorOf, type GraphQLFault } from "./errors.ts";
import { type Patience, pause, secondsIn, waitMs, within } from "./patience.ts";
import type { Send } from "./send.ts";

/** What a request cost, in points; `throttle` is the key's budget after it. */
export type Cost = {
  requested: number;
  actual: number;
  throttle: { maximum: number; available: number; restorePerSecond: number };
};

/** All of an answer. Where `errors` stand beside `data`, what they are about is null and the rest is whole. */
export type Answer<T> = {
  data: T | null;
  errors: readonly GraphQLFault[];
  extensions: { cost?: Cost };
  /** Whether it was done before, under the same idempotency key. */
  replayed: boolean;
  requestId: string | null;
};

export type Request = {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Whether sending it again can do no harm. */
  repeatable: boolean;
  signal?: AbortSignal | undefined;
};

type Tried<T> = { answer: Answer<T> } | { error: DeskError; again: boolean; retryAfterSeconds: number | null };

/** Asks until there is an answer, patience ends or the caller stops. A refusal is an answer; what may pass is not. */
export async function ask<T>(send: Send, request: Request, patience: Patience): Promise<Answer<T>> {
  for (let failures = 1; ; failures++) {
    const tried = await once<T>(send, request, patience);
    if ("answer" in tried) return tried.answer;
    const { error, again, retryAfterSeconds } = tried;
    if (!again || failures >= patience.tries) throw error;
    if ((retryAfterSeconds ?? 0) > patience.longestWaitSeconds) throw error;
    await pause(waitMs(failures, retryAfterSeconds, patience), request.signal);
  }
}

async function once<T>(send: Send, request: Request, { timeoutSeconds }: Patience): Promise<Tried<T>> {
  const { url, headers, body, repeatable, signal } = request;
  let answer: Awaited<ReturnType<Send>>;
  try {
    answer = await within(timeoutSeconds, signal, (limit) => send(url, { headers, body, signal: limit }));
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    const why = error instanceof Error ? whyOf(error) : String(error);
    const silent = network(`The desk at ${url} does not answer: ${why}`);
    return { error: silent, again: repeatable, retryAfterSeconds: null };
  }
  return judge<T>(answer, repeatable);
}

const network = (message: string) => errorOf([{ message, extensions: { code: "NETWORK" } }]);
/** `fetch` says only that it failed; the reason stands behind it. */
const whyOf = (error: Error): string => (error.cause instanceof Error && error.cause.message) || error.message;

function judge<T>({ status, headers, text }: Awaited<ReturnType<Send>>, repeatable: boolean): Tried<T> {
  const body = read<T>(text);
  const errors = body?.errors ?? [];
  const code = errors[0]?.extensions?.code;
  const inHeader = secondsIn(headers["retry-after"]);
  const failed = (again: boolean, retryAfterSeconds: number | null, otherwise = "NETWORK"): Tried<T> => {
    const message = `The desk answered ${status} without an answer in it.`;
    const ours = { message, extensions: { code: otherwise, retryAfterSeconds: retryAfterSeconds ?? 1 } };
    return { error: errorOf(errors.length > 0 ? errors : [ours]), again, retryAfterSeconds };
  };
  // refused at the door: nothing of it was done
  if (status === 429 || code === "RATE_LIMITED")
    return failed(true, inHeader ?? errors[0]?.extensions?.retryAfterSeconds ?? 1, "RATE_LIMITED");
  if (status === 503 && inHeader !== null) return failed(true, inHeader);
  if (status >= 502 && status <= 504) return failed(repeatable, null);
  if (code === "CONFLICT") return failed(repeatable, inHeader);
  if (!body) return failed(false, null);
  return {
    answer: {
      data: body.data ?? null,
      errors,
      extensions: body.extensions ?? {},
      replayed: headers["idempotent-replayed"] === "true",
      requestId: headers["x-request-id"] ?? null,
    },
  };
}

type Body<T> = { data?: T | null; errors?: GraphQLFault[]; extensions?: { cost?: Cost } };

function read<T>(text: string): Body<T> | null {
  try {
    const body = JSON.parse(text) as Body<T> | null;
    return body && typeof body === "object" && ("data" in body || Array.isArray(body.errors)) ? body : null;
  } catch {
    return null;
  }
}
