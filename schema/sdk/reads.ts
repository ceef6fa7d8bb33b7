import type { DeskClient, RequestOptions } from "./client.ts";
import type { CreateTicketInput, TicketFilter, TicketOrder } from "./generated/contract.ts";
import * as operations from "./generated/operations.ts";
import { type WalkOptions, walk } from "./walk.ts";

/** One of the names a ticket has: the desk's id, the number people use, or what your system calls it. */
export type TicketName = { id: string } | { number: number } | { externalRef: { system: string; id: string } };

export type TicketsOptions = WalkOptions & { filter?: TicketFilter; orderBy?: TicketOrder };

/** What can be asked. A list is walked; see `Walk`. */
export const reads = (client: DeskClient) => ({
  /** One ticket, or null: there is no such thing, or you may not see it. */
  ticket: async (name: TicketName, options?: RequestOptions) =>
    (await client.request(operations.ticket, name, options)).ticket,
  /** Tickets, newest first unless `orderBy` says otherwise. */
  tickets: ({ filter, orderBy = "CREATED_DESC", ...options }: TicketsOptions = {}) =>
    walk(client, operations.tickets, { filter, orderBy }, (data) => data.tickets, options),
  /** A ticket's story, oldest first. */
  timeline: (ticketId: string, options?: WalkOptions) =>
    walk(client, operations.timeline, { ticketId }, (data) => data.ticket?.timeline, options),
  /** The companies you may ask for, by name. */
  clients: (options?: WalkOptions) => walk(client, operations.clients, {}, (data) => data.clients, options),
  /** What would be promised if this were asked now; nothing is created. */
  ticketPreview: async (input: CreateTicketInput, options?: RequestOptions) =>
    (await client.request(operations.ticketPreview, { input }, options)).ticketPreview,
  /** The limits in force, and what is left of your budget. It costs nothing. */
  apiLimits: async (options?: RequestOptions) => (await client.request(operations.apiLimits, {}, options)).apiLimits,
  /** Who the desk takes you for. */
  viewer: async (options?: RequestOptions) => (await client.request(operations.viewer, {}, options)).viewer,
});
