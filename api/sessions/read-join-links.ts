import type { Context } from "../platform/context.ts";
import type { JoinLink } from "./join-link.entity.ts";

export type JoinLinkRow = Pick<JoinLink, "sessionId" | "state" | "url" | "note" | "withdrawnAt">;

/** The links of these sessions. An ended session shows no address, whether or not it is withdrawn already. */
export const joinLinksOf = (context: Context, ids: readonly string[]): Promise<JoinLinkRow[]> =>
  context.read<JoinLinkRow>({
    name: "join-links",
    text: `select j.session_id as "sessionId", j.state, case when s.ended_at is null and j.state = 'READY' then j.url end as url, j.note,
                  j.withdrawn_at as "withdrawnAt"
             from join_link j join remote_session s on s.id = j.session_id where j.session_id = any($1)`,
    values: [ids],
  });
