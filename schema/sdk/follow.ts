import { createClient } from "graphql-ws";
import type { ClientOptions } from "./client.ts";
import type { ChangeType } from "./generated/contract.ts";
import { type ChangeFieldsFragment, type ChangeMessagesSubscription, changeMessages } from "./generated/operations.ts";

/** A stretch of the feed: it is to be applied only by whoever stands at `from`, and moves them to `to`. */
export type Stretch = { from: string; to: string; changes: readonly ChangeFieldsFragment[] };

export type Asked = { types: ChangeType[] | null; excludeOwn: boolean };

/** The desk sends a sign of life every 5 s: three that did not come mean a line that is dead, however open it looks. */
const SILENCE_MS = 16_000;
/** Changes held for a consumer that is slower than the news. Beyond it they are let go, and read again from the log. */
const MOST_HELD = 200;

type Options = Pick<ClientOptions, "url" | "token" | "webSocket"> & { signal?: AbortSignal | undefined };

/**
 * The feed as it happens, from a position on, over one socket, until that socket ends for whatever reason: broken,
 * silent, refused, or outrun by the news. The pages of the log say why, and what was missed.
 */
export async function* follow(
  options: Options,
  after: string,
  asked: Asked,
  silenceMs = SILENCE_MS,
): AsyncGenerator<Stretch, void, undefined> {
  const held: Stretch[] = [];
  let [over, wake] = [false, () => {}];
  const end = () => {
    over = true;
    wake();
  };
  let silence = setTimeout(end, silenceMs);
  const take = ({ changes: message }: ChangeMessagesSubscription) => {
    if (over) return;
    clearTimeout(silence);
    silence = setTimeout(end, silenceMs);
    held.push({ from: message.from, to: message.to, changes: "changes" in message ? message.changes : [] });
    if (held.reduce((n, { changes }) => n + changes.length, 0) > MOST_HELD) {
      held.length = 0;
      end();
    }
    wake();
  };
  const socket = createClient({
    url: options.url.replace(/^http/, "ws"),
    webSocketImpl: options.webSocket ?? globalThis.WebSocket ?? (await import("ws")).WebSocket,
    retryAttempts: 0,
    connectionParams: async () => ({
      authorization: `Bearer ${typeof options.token === "string" ? options.token : await options.token()}`,
    }),
  });
  const stop = socket.subscribe<ChangeMessagesSubscription>(
    { query: changeMessages, variables: { after, ...asked } },
    { next: ({ data, errors }) => (data && !errors ? take(data) : end()), error: end, complete: end },
  );
  options.signal?.addEventListener("abort", end, { once: true });
  try {
    while (!options.signal?.aborted) {
      const next = held.shift();
      if (next) yield next;
      else if (over) return;
      else
        await new Promise<void>((woken) => {
          wake = woken;
        });
    }
  } finally {
    clearTimeout(silence);
    options.signal?.removeEventListener("abort", end);
    stop();
    await socket.dispose();
  }
}
