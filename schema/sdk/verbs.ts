import type { DeskClient, RequestOptions } from "./client.ts";
import type { PlainText, TypedDocument } from "./document.ts";
import { type UserError, UserErrors } from "./errors.ts";
import * as operations from "./generated/operations.ts";

type Payload = { readonly userErrors: readonly UserError[] };
/** What belongs to a refusal alone. */
type OnRefusal = "userErrors" | "current" | "accepts" | "missingSteps";
/** What a mutation answers when it was done. */
export type Done<P> = { [field in Exclude<keyof P, OnRefusal>]: NonNullable<P[field]> };

/** A ready mutation. Throws UserErrors when it is refused; sent again by itself, it is done once. */
export type Verb<Input, P> = (input: Input, options?: RequestOptions) => Promise<Done<P>>;

/** Makes a mutation with one root field and one `$input` a verb: for documents of your own as for the ready ones. */
export function verb<P extends Payload, Input>(
  client: DeskClient,
  document: TypedDocument<{ [field: string]: P }, { input: Input }>,
): Verb<Input, P> {
  return async (input, options) => {
    const data = await client.request<{ [field: string]: P }>(document as PlainText, { input }, options);
    const [[name, payload]] = Object.entries(data) as [[string, P]];
    if (payload.userErrors.length > 0) throw new UserErrors(name, payload);
    return payload as unknown as Done<P>;
  };
}

/** What can be done to tickets. Partners may create, state facts, reply, note, cancel and reopen; the rest is for staff. */
export const ticketVerbs = (client: DeskClient) => ({
  /** Opens a ticket; coverage is decided and clocks start at once. With `externalRef`, a second one is refused with ALREADY_EXISTS. */
  createTicket: verb(client, operations.createTicket),
  /** States facts that coverage and priority are decided by. */
  stateFacts: verb(client, operations.stateFacts),
  /** Writes a public message. */
  reply: verb(client, operations.reply),
  /** Writes an internal note. */
  addNote: verb(client, operations.addNote),
  /** Cancels it, for good; a reason must be given. */
  cancel: verb(client, operations.cancel),
  /** Opens a resolved or closed ticket again. */
  reopen: verb(client, operations.reopen),
  /** Says what your system calls it: one name in each system, and no other ticket of yours has it. */
  setExternalRef: verb(client, operations.setExternalRef),
  /** Takes your system's name for it away. */
  removeExternalRef: verb(client, operations.removeExternalRef),
  /** Takes it oneself. */
  takeTicket: verb(client, operations.takeTicket),
  /** Gives it to a team or a technician. */
  assignTicket: verb(client, operations.assignTicket),
  /** Lays it aside until somebody else has acted. */
  waitOn: verb(client, operations.waitOn),
  /** Takes it up again. */
  resume: verb(client, operations.resume),
  /** Documents a step. */
  completeStep: verb(client, operations.completeStep),
  /** Resolves it; what the plan requires must be documented. */
  resolve: verb(client, operations.resolve),
  /** Closes it. */
  close: verb(client, operations.close),
});
