import pg from "pg";
import type { TestDesk } from "./desk.ts";
import { eventually } from "./eventually.ts";
import { walk } from "./feed.ts";

/** A partner's feed as the pages have it, once all that was done is in it. */
export async function feedEnd(desk: TestDesk) {
  const owner = new pg.Client(desk.urls.owner);
  await owner.connect();
  const end = async () => {
    await eventually(
      async () => (await owner.query("select 1 from event_inbox limit 1")).rowCount,
      (n) => n === 0,
    );
    return (await walk(desk, "partner")).at;
  };
  return {
    /** Where it stands. */
    end,
    /** Ids of what others did after a position. */
    told: async (after: string) => {
      await end();
      return (await walk(desk, "partner", { after, excludeOwn: true })).changes.map((change) => change.id);
    },
    close: () => owner.end(),
  };
}
