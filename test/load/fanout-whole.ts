import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { entities } from "../../api/app/entities.ts";
import { issueToken } from "../../api/people/sign-in.ts";
import { createOrm } from "../../api/platform/database.ts";
import type { RoleUrls } from "../../api/platform/roles.ts";
import { SOCKETS } from "../../api/platform/shape-limits.ts";
import { serveDesk } from "../support/serve-desk.ts";
import { verbsOn } from "../support/verbs.ts";
import { micros } from "./fanout-events.ts";
import type { Candidate } from "./fanout-server.ts";

const TICKETS = 30;
const MOST_SOCKETS = 10_000;

/** The whole product on a database: somebody takes the first of thirty tickets and lets it go again, by the API. */
export async function startWhole(urls: RoleUrls): Promise<Candidate> {
  const desk = await serveDesk(urls, { worker: false });
  const on = verbsOn(desk);
  const first = await on.open({ affected: "ALL", workaround: false });
  for (let n = 1; n < TICKETS; n += 1) await on.open({ affected: "ONE" });
  const orm = await createOrm(urls.staff, entities, 2);
  const em = orm.em.fork() as SqlEntityManager;
  const now = await desk.composed.house.now();
  const tokens = Array.from({ length: MOST_SOCKETS / SOCKETS.perCredential }, (_, n) =>
    issueToken(em, { kind: "WALL", name: `Wall screen ${n}` }, now),
  );
  await em.flush();
  await orm.close(true);
  let taken = false;
  const act = async (verb: string, input: object) => {
    const text = `mutation($i: ${verb[0]?.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $i) { userErrors { code } } }`;
    const { data, errors } = await desk.gql("technician", text, { i: { ticketId: first.id, ...input } });
    if (errors || data[verb].userErrors.length > 0) throw new Error(`${verb}: ${JSON.stringify(errors ?? data)}`);
  };
  return {
    url: desk.origin,
    tokens,
    publish: async () => {
      taken = !taken;
      await (taken ? act("takeTicket", {}) : act("assignTicket", { unassign: true }));
      return micros();
    },
  };
}
