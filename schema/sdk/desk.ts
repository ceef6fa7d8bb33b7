import { type ClientOptions, createDeskClient, type DeskClient } from "./client.ts";
import { reads } from "./reads.ts";
import { ticketVerbs } from "./verbs.ts";

export type Desk = DeskClient & ReturnType<typeof reads> & ReturnType<typeof ticketVerbs>;

/**
 * A desk, as its partners use it.
 *
 *     const desk = createDesk({ url: "https://desk.example.com/graphql", token: process.env.DESK_KEY });
 *     const { ticket } = await desk.createTicket({ clientId, subject: "Nobody can print", affected: "ALL" });
 */
export function createDesk(options: ClientOptions): Desk {
  const client = createDeskClient(options);
  return { ...client, ...reads(client), ...ticketVerbs(client) };
}
