import { GraphQLError } from "graphql";
import type { Context } from "../platform/context.ts";
import { ChangeStream } from "./change-stream.ts";
import type { Wanted } from "./feed-of.ts";
import { showChange } from "./show-change.ts";

const HEARTBEAT_MS = 5_000;

/**
 * An endless series of messages of a feed: stretches of news as they come, a heartbeat every 5 s in any case, the first
 * as soon as the reader has caught up. Made when it is pulled: whoever reads slowly gets fewer and longer stretches,
 * never a backlog of messages. What fails is tried again with the next heartbeat; the silence shows it meanwhile.
 */
export function changeSeries(context: Context, after: string, wanted: Wanted): AsyncIterableIterator<object> {
  const { house, viewer } = context;
  let wake = () => {};
  let [news, beat, over, toldNews] = [true, true, false, false];
  const stream = new ChangeStream(house, viewer, after, wanted, () => {
    news = true;
    wake();
  });
  const timer = setInterval(() => {
    news = beat = true; // a look that failed is due again
    wake();
  }, HEARTBEAT_MS);

  const look = async () => {
    news = false;
    const stretch = await stream.next();
    if (!stretch) return null;
    news = toldNews = true; // there may be more
    return { from: stretch.from, to: stretch.to, changes: stretch.rows.map((row) => showChange(viewer, row)) };
  };
  const heartbeat = async () => {
    const [{ at: pulseAt }, asOf] = await Promise.all([house.pulse(), house.now()]);
    beat = toldNews = false;
    return { ...stream.advance(), pulseAt, asOf };
  };
  /** News first; but a heartbeat that is due does not wait behind more than one stretch of them. */
  const make = async () => (news && !(beat && toldNews) && (await look())) || (beat ? await heartbeat() : null);

  const end = async (): Promise<IteratorResult<object>> => {
    over = true;
    clearInterval(timer);
    stream.close();
    wake();
    return { value: undefined, done: true };
  };
  return {
    async next() {
      while (!over) {
        if (news || beat) {
          context.refresh();
          const message = await make().catch((error: Error) => {
            if (error instanceof GraphQLError) void end();
            if (error instanceof GraphQLError) throw error;
            house.changes.onFault(error);
            news = beat = false;
            return null;
          });
          if (message && !over) return { value: message, done: false };
        } else
          await new Promise<void>((done) => {
            wake = done;
          });
      }
      return { value: undefined, done: true };
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
