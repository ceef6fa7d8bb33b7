import pg from "pg";

export type Lasting = { stop(): Promise<void> };

const MOST_MS = 5_000;
/** A host that vanished loses its session, and the locks of it, within half a minute: the server asks. */
const KEEPALIVE = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

/**
 * Keeps one direct connection (session locks and LISTEN need one) and runs `work` on it; when the connection is lost,
 * connects again with growing pauses and starts the work anew. `stop` ends both.
 */
export function connectForEver(
  url: string,
  name: string,
  work: (client: pg.Client, signal: AbortSignal) => Promise<void>,
  onLost: (error: Error) => void,
): Lasting {
  const abort = new AbortController();
  let current: pg.Client | undefined;
  let wakePause = () => {};
  const loop = (async () => {
    let pause = 100;
    let told = "";
    while (!abort.signal.aborted) {
      const client = new pg.Client({
        connectionString: url,
        application_name: name,
        keepAlive: true,
        options: KEEPALIVE,
      });
      const lost = new Promise<never>((_, fail) => {
        client.on("error", fail);
        client.on("end", () => fail(new Error("the connection ended")));
      });
      lost.catch(() => {});
      current = client;
      const began = performance.now();
      try {
        await client.connect();
        await Promise.race([work(client, abort.signal), lost]);
      } catch (error) {
        if (!abort.signal.aborted && (error as Error).message !== told) onLost(error as Error);
        told = (error as Error).message;
      } finally {
        client.end().catch(() => {});
      }
      if (abort.signal.aborted) break;
      if (performance.now() - began > 2 * MOST_MS) [pause, told] = [100, ""]; // it was well for a while
      await new Promise<void>((done) => {
        const timer = setTimeout(done, pause);
        wakePause = () => {
          clearTimeout(timer);
          done();
        };
      });
      pause = Math.min(pause * 2, MOST_MS);
    }
  })();
  return {
    stop: async () => {
      abort.abort();
      wakePause();
      await current?.end().catch(() => {});
      await loop;
    },
  };
}
