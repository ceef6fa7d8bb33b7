import { createClient } from "graphql-ws";
import { backoff } from "./backoff.ts";
import { type DeskError, deskError, offline } from "./desk-error.ts";
import { session } from "./session.svelte.ts";

export type Stop = () => void;
type Request = { query: string; extensions: Record<string, unknown>; readonly variables: Record<string, unknown> };
type Sink<R> = { next: (data: R) => void; error: (error: DeskError) => void };

const PING_EVERY = 5_000;
const UNAUTHORISED = [4401, 4403];

/** An attempt that leads nowhere by then is given up: a dead line lets a browser wait for minutes. */
const ATTEMPT = 5_000;

let wake = () => {};
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });

let unanswered: ReturnType<typeof setTimeout> | undefined;
let attempt: ReturnType<typeof setTimeout> | undefined;

const socket = createClient({
  url: () => new URL("/graphql", location.href.replace(/^http/, "ws")).href,
  connectionParams: () => (session.token ? { authorization: `Bearer ${session.token}` } : {}),
  lazyCloseTimeout: 2_000,
  keepAlive: PING_EVERY,
  retryAttempts: Number.POSITIVE_INFINITY,
  retryWait: (tries) => pause(backoff(tries)),
  // a token that was refused is refused again; the end is told to whoever listens
  shouldRetry: (reason) => !session.refused && !UNAUTHORISED.includes((reason as { code?: number }).code ?? 0),
  on: {
    // a ping without an answer: the other end is gone, whatever readyState says
    ping: (received) => {
      if (received) return;
      clearTimeout(unanswered);
      unanswered = setTimeout(reconnect, PING_EVERY);
    },
    pong: (received) => {
      if (received) clearTimeout(unanswered);
    },
    connecting: () => {
      clearTimeout(attempt);
      attempt = setTimeout(() => socket.terminate(), ATTEMPT);
    },
    connected: () => clearTimeout(attempt),
    closed: () => {
      clearTimeout(unanswered);
      clearTimeout(attempt);
    },
  },
});

/** Closes the socket, whatever it thinks of itself, and connects again at once. */
export function reconnect(): void {
  socket.terminate();
  wake();
}

/** One subscription, asked for again after every end that was not ours. */
export function listen<R>(request: Request, sink: Sink<R>): Stop {
  let stopped = false;
  let tries = 0;
  let stop: Stop = () => {};
  const again = () => {
    if (stopped || session.refused) return;
    const timer = setTimeout(ask, backoff(tries++));
    stop = () => clearTimeout(timer);
  };
  const ask = () => {
    stop = socket.subscribe<R>(request, {
      next: ({ data, errors }) => {
        if (data) {
          tries = 0;
          sink.next(data as R);
        }
        const [first] = errors ?? [];
        if (first) sink.error(deskError(String(first.extensions?.["code"] ?? ""), first.message));
      },
      error: (reason) => {
        if (stopped) return;
        sink.error(readable(reason));
        again();
      },
      complete: again,
    });
  };
  ask();
  return () => {
    stopped = true;
    stop();
  };
}

function readable(reason: unknown): DeskError {
  if (Array.isArray(reason) && reason[0]) {
    const { message, extensions } = reason[0] as { message: string; extensions?: { code?: string } };
    return deskError(extensions?.code, message);
  }
  const { code, reason: said } = (reason ?? {}) as { code?: number; reason?: string };
  if (code && UNAUTHORISED.includes(code))
    return deskError(
      "UNAUTHENTICATED",
      (said === "Forbidden" ? "" : said) || "What this browser signed in by is not good any more.",
    );
  return offline(reason);
}
