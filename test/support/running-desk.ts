import pg from "pg";
import { startDesk, type TestDesk } from "./desk.ts";
import type { ServeOptions } from "./serve-desk.ts";

export type RunningDesk = TestDesk & {
  /** Its clock goes on from an instant, so many seconds a second. */
  run(from: string, rate?: number): Promise<void>;
  /** So much time passes at once, to the millisecond: nobody sets the clock, and nobody is told. Its pulse goes on too. */
  pass(seconds: number): Promise<void>;
};

/** A desk whose clock runs, and can be helped on. */
export async function runningDesk(options: ServeOptions = {}): Promise<RunningDesk> {
  const desk = await startDesk(options);
  const owner = new pg.Client(desk.urls.owner);
  await owner.connect();
  return {
    ...desk,
    run: async (to, rate = 1) => {
      const set = "mutation($i: SetClockInput!) { setClock(input: $i) { userErrors { message } } }";
      const { data, errors } = await desk.gql("manager", set, { i: { to, rate } });
      if (errors || data.setClock.userErrors.length > 0) throw new Error(JSON.stringify(errors ?? data));
    },
    pass: async (seconds) => {
      await owner.query(
        `with t as (update desk_clock set now = now + make_interval(secs => $1)),
              p as (update desk_pulse set machine_at = machine_at + make_interval(secs => $1)) select pg_notify('wake', '')`,
        [seconds],
      );
    },
    close: async () => {
      await owner.end();
      await desk.close();
    },
  };
}
