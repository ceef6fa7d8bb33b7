import { type ChangesOptions, changes } from "./changes.ts";
import { type ClientOptions, createDeskClient, type DeskClient } from "./client.ts";
import { keys } from "./keys.ts";
import { reads } from "./reads.ts";
import { ticketVerbs } from "./verbs.ts";
import { webhooks } from "./webhooks.ts";

/** All that a desk offers its partners, as ready calls; `request` is for everything else. */
export type Desk = DeskClient &
  ReturnType<typeof reads> &
  ReturnType<typeof ticketVerbs> &
  ReturnType<typeof webhooks> &
  ReturnType<typeof keys> & {
    /** What happens, in order, each change at least once, for ever; see `ChangesOptions`. */
    changes(options?: ChangesOptions): ReturnType<typeof changes>;
  };

/**
 * A desk, as its partners use it.
 *
 *     const desk = createDesk({ url: "https://desk.example.com/graphql", token: process.env.DESK_KEY });
 *     const { ticket } = await desk.createTicket({ clientId, subject: "Nobody can print", affected: "ALL" });
 */
export function createDesk(options: ClientOptions): Desk {
  const client = createDeskClient(options);
  return {
    ...client,
    ...reads(client),
    ...ticketVerbs(client),
    ...webhooks(client),
    ...keys(client),
    changes: (asked) => changes(client, options, asked),
  };
}
