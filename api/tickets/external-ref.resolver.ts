import { Arg, Ctx, Field, InputType, Mutation, Resolver } from "type-graphql";
import type { Context } from "../platform/context.ts";
import { uuidOf } from "../platform/global-id.ts";
import { removeExternalRef, setExternalRef } from "./external-refs.ts";
import { TicketRefInput } from "./ticket.input.ts";
import { answer, ticketPayload } from "./ticket-payload.ts";

@InputType({ description: "What another system calls a ticket." })
class SetExternalRefInput extends TicketRefInput {
  @Field(() => String, { description: "The other system, in at most 255 characters." })
  system!: string;
  @Field(() => String, { description: "The id there, in at most 255 characters; unique within the partner." })
  id!: string;
}
@InputType({ description: "A system that calls a ticket nothing any more." })
class RemoveExternalRefInput extends TicketRefInput {
  @Field(() => String, { description: "The other system." })
  system!: string;
}

const SetExternalRefPayload = ticketPayload("SetExternalRef", [
  "NOT_FOUND",
  "STALE_VERSION",
  "INVALID",
  "ALREADY_EXISTS",
]);
const RemoveExternalRefPayload = ticketPayload("RemoveExternalRef", ["NOT_FOUND", "STALE_VERSION"]);
const ref = ({ ticketId, expectedVersion = null }: TicketRefInput) => ({
  ticketId: uuidOf("Ticket", ticketId),
  expectedVersion,
});

@Resolver()
export class ExternalRefs {
  @Mutation(() => SetExternalRefPayload, {
    description: "Says what another system calls a ticket, in place of what it called it before; in any status.",
  })
  async setExternalRef(@Arg("input", () => SetExternalRefInput) input: SetExternalRefInput, @Ctx() context: Context) {
    const done = await context.verb((desk) => setExternalRef(desk, { ...input, ...ref(input) }));
    context.refresh();
    return answer(context.viewer, done);
  }

  @Mutation(() => RemoveExternalRefPayload, { description: "Takes away what another system calls a ticket." })
  async removeExternalRef(
    @Arg("input", () => RemoveExternalRefInput) input: RemoveExternalRefInput,
    @Ctx() context: Context,
  ) {
    const done = await context.verb((desk) => removeExternalRef(desk, { ...input, ...ref(input) }));
    context.refresh();
    return answer(context.viewer, done);
  }
}
