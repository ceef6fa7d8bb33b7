import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestFacts } from "../core/coverage-policy/facts.ts";
import type { Step, WaitingOn } from "../core/ticket-lifecycle.ts";
import type { Affected, Channel } from "../core/urgency.ts";
import { factsOf } from "../coverage/facts-of-input.ts";
import type { Context } from "../platform/context.ts";
import type { Desk } from "../platform/desk.ts";
import { optionalUuidOf, uuidOf } from "../platform/global-id.ts";
import { assignTicket } from "./assign-ticket.ts";
import { addNote, reply } from "./converse.ts";
import { createTicket, type NewTicket } from "./create-ticket.ts";
import { cancel, close, reopen, resolve } from "./end-ticket.ts";
import { mergeTickets } from "./merge-tickets.ts";
import { overrideCoverage, withdrawOverride } from "./override-coverage.ts";
import type { Changed, Refusal } from "./refusal.ts";
import { setPriority } from "./set-priority.ts";
import { type Statement, stateFacts } from "./state-facts.ts";
import { completeStep } from "./steps.ts";
import { takeNext, takeTicket } from "./take-ticket.ts";
import { Ticket } from "./ticket.graphql.ts";
import * as inputs from "./ticket.input.ts";
import { answer, ticketPayload } from "./ticket-payload.ts";
import { resume, waitOn } from "./wait-on.ts";

const onTicket = ["NOT_FOUND", "STALE_VERSION", "NOT_IN_THIS_STATUS", "FINAL_STATUS"] as const;

export const CreateTicketPayload = ticketPayload("CreateTicket", [
  "NOT_FOUND",
  "INVALID",
  "ALREADY_EXISTS",
  "STAFF_ONLY",
]);
const StateFactsPayload = ticketPayload("StateFacts", [...onTicket, "INVALID"]);
const SetPriorityPayload = ticketPayload("SetPriority", [...onTicket, "INVALID", "STAFF_ONLY", "REASON_REQUIRED"]);
const OverrideCoveragePayload = ticketPayload("OverrideCoverage", [...onTicket, "INVALID", "REASON_REQUIRED"]);
const WithdrawOverridePayload = ticketPayload("WithdrawOverride", [...onTicket, "INVALID"]);
const ReplyPayload = ticketPayload("Reply", [...onTicket, "INVALID"]);
const AddNotePayload = ticketPayload("AddNote", [...onTicket, "INVALID"]);
const CompleteStepPayload = ticketPayload("CompleteStep", [...onTicket, "INVALID"]);
const TakeNextPayload = ticketPayload("TakeNext", ["QUEUE_EMPTY", "STAFF_ONLY"]);
const TakeTicketPayload = ticketPayload("TakeTicket", [...onTicket, "ALREADY_TAKEN", "STAFF_ONLY"]);
const AssignTicketPayload = ticketPayload("AssignTicket", [...onTicket, "INVALID"]);
const WaitOnPayload = ticketPayload("WaitOn", [...onTicket, "INVALID"]);
const ResumePayload = ticketPayload("Resume", onTicket);
const ResolvePayload = ticketPayload("Resolve", [...onTicket, "STEPS_MISSING"]);
const ReopenPayload = ticketPayload("Reopen", [...onTicket, "REASON_REQUIRED", "REOPEN_PERIOD_OVER", "STAFF_ONLY"]);
const ClosePayload = ticketPayload("Close", [...onTicket, "STEPS_MISSING", "REASON_REQUIRED"]);
const CancelPayload = ticketPayload("Cancel", [...onTicket, "REASON_REQUIRED"]);
const MergeTicketsPayload = ticketPayload("MergeTickets", [...onTicket, "INVALID"]);

type Outcome = Changed | Refusal;
const perform = async (context: Context, verb: (desk: Desk) => Promise<Outcome>) => {
  const outcome = await context.verb(verb);
  context.refresh();
  return answer(context.viewer, outcome);
};
const ref = (input: inputs.TicketRefInput) => ({
  ticketId: uuidOf("Ticket", input.ticketId),
  expectedVersion: input.expectedVersion ?? null,
});

const filesOf = ({ attachmentIds }: { attachmentIds?: string[] | null }) =>
  attachmentIds?.map((id) => uuidOf("Attachment", id)) ?? null;

/** What a request says, with ids as the desk knows them. */
export const requestOf = (input: inputs.CreateTicketInput): NewTicket => ({
  clientId: uuidOf("Client", input.clientId),
  requesterId: optionalUuidOf("Contact", input.requesterId),
  deviceId: optionalUuidOf("Device", input.deviceId),
  subject: input.subject,
  description: input.description,
  channel: input.channel as Channel | null,
  affected: input.affected as Affected | null,
  workaround: input.workaround,
  facts: factsOf(input.facts) as RequestFacts,
  priority: input.priority,
  teamId: optionalUuidOf("Team", input.teamId),
  assigneeId: optionalUuidOf("Technician", input.assigneeId),
  externalRef: input.externalRef,
  attachmentIds: filesOf(input),
});

/** What is stated of a ticket, likewise. */
export const statementOf = (input: inputs.StateFactsInput): Statement => ({
  ...ref(input),
  affected: input.affected as Affected | null,
  workaround: input.workaround,
  deviceId: optionalUuidOf("Device", input.deviceId),
  facts: factsOf(input.facts),
});

@Resolver(() => Ticket)
export class TicketVerbs {
  @Mutation(() => CreateTicketPayload, {
    description: "Opens a ticket: coverage is decided, priority derived and its clocks start at once.",
  })
  createTicket(@Arg("input", () => inputs.CreateTicketInput) input: inputs.CreateTicketInput, @Ctx() context: Context) {
    return perform(context, (desk) => createTicket(desk, requestOf(input)));
  }

  @Mutation(() => StateFactsPayload, { description: "States facts; priority and coverage follow from them." })
  stateFacts(@Arg("input", () => inputs.StateFactsInput) input: inputs.StateFactsInput, @Ctx() context: Context) {
    return perform(context, (desk) => stateFacts(desk, statementOf(input)));
  }

  @Mutation(() => SetPriorityPayload, { description: "Sets a priority by hand; shown with its reason." })
  setPriority(@Arg("input", () => inputs.SetPriorityInput) input: inputs.SetPriorityInput, @Ctx() context: Context) {
    return perform(context, (desk) => setPriority(desk, { ...input, ...ref(input) }));
  }

  @Mutation(() => OverrideCoveragePayload, {
    description:
      "Decides coverage by hand, with a reason. It stands, also when facts are stated later, until it is withdrawn; what the rules say is decided and kept beside it.",
  })
  overrideCoverage(
    @Arg("input", () => inputs.OverrideCoverageInput) input: inputs.OverrideCoverageInput,
    @Ctx() context: Context,
  ) {
    return perform(context, (desk) => overrideCoverage(desk, { ...input, ...ref(input) }));
  }

  @Mutation(() => WithdrawOverridePayload, {
    description: "Withdraws the override that stands: what the rules said last is in force again.",
  })
  withdrawOverride(
    @Arg("input", () => inputs.WithdrawOverrideInput) input: inputs.WithdrawOverrideInput,
    @Ctx() context: Context,
  ) {
    return perform(context, (desk) => withdrawOverride(desk, { ...input, ...ref(input) }));
  }

  @Mutation(() => ReplyPayload, {
    description: "Writes a public message. A technician's answers the first-response clock.",
  })
  reply(@Arg("input", () => inputs.ReplyInput) input: inputs.ReplyInput, @Ctx() context: Context) {
    return perform(context, (desk) => reply(desk, { ...input, ...ref(input), attachmentIds: filesOf(input) }));
  }

  @Mutation(() => AddNotePayload, { description: "Writes an internal note. No clock hears it." })
  addNote(@Arg("input", () => inputs.AddNoteInput) input: inputs.AddNoteInput, @Ctx() context: Context) {
    return perform(context, (desk) => addNote(desk, { ...input, ...ref(input), attachmentIds: filesOf(input) }));
  }

  @Mutation(() => CompleteStepPayload, { description: "Documents one of the four steps." })
  completeStep(@Arg("input", () => inputs.CompleteStepInput) input: inputs.CompleteStepInput, @Ctx() context: Context) {
    return perform(context, (desk) =>
      completeStep(desk, { ...ref(input), step: input.step as Step, note: input.note }),
    );
  }

  @Mutation(() => TakeNextPayload, { description: "Takes the first of the queue, atomically." })
  takeNext(@Arg("input", () => inputs.TakeNextInput) input: inputs.TakeNextInput, @Ctx() context: Context) {
    return perform(context, (desk) => takeNext(desk, { teamId: optionalUuidOf("Team", input.teamId) }));
  }

  @Mutation(() => TakeTicketPayload, { description: "Takes a ticket. If somebody was faster, `current` says who." })
  takeTicket(@Arg("input", () => inputs.TakeTicketInput) input: inputs.TakeTicketInput, @Ctx() context: Context) {
    return perform(context, (desk) => takeTicket(desk, ref(input)));
  }

  @Mutation(() => AssignTicketPayload, {
    description: "Gives a ticket to a team, to a technician, or back to the queue.",
  })
  assignTicket(@Arg("input", () => inputs.AssignTicketInput) input: inputs.AssignTicketInput, @Ctx() context: Context) {
    const to = {
      teamId: optionalUuidOf("Team", input.teamId),
      technicianId: optionalUuidOf("Technician", input.technicianId),
    };
    return perform(context, (desk) => assignTicket(desk, { ...ref(input), ...to, unassign: input.unassign }));
  }

  @Mutation(() => WaitOnPayload, { description: "Lays a ticket aside until somebody else has acted." })
  waitOn(@Arg("input", () => inputs.WaitOnInput) input: inputs.WaitOnInput, @Ctx() context: Context) {
    return perform(context, (desk) => waitOn(desk, { ...ref(input), on: input.on as WaitingOn, until: input.until }));
  }

  @Mutation(() => ResumePayload, { description: "Takes a ticket up again, or begins work on a new one." })
  resume(@Arg("input", () => inputs.ResumeInput) input: inputs.ResumeInput, @Ctx() context: Context) {
    return perform(context, (desk) => resume(desk, ref(input)));
  }

  @Mutation(() => ResolvePayload, {
    description: "Resolves a ticket. Notes of missing steps may come in the same act.",
  })
  resolve(@Arg("input", () => inputs.ResolveInput) input: inputs.ResolveInput, @Ctx() context: Context) {
    return perform(context, (desk) =>
      resolve(desk, { ...ref(input), steps: input.steps as never, message: input.message }),
    );
  }

  @Mutation(() => ReopenPayload, { description: "Reopens a resolved or closed ticket. What was judged stays judged." })
  reopen(@Arg("input", () => inputs.ReopenInput) input: inputs.ReopenInput, @Ctx() context: Context) {
    return perform(context, (desk) => reopen(desk, { ...input, ...ref(input) }));
  }

  @Mutation(() => ClosePayload, {
    description: "Closes a ticket whose steps are documented, or an excluded or withdrawn one with a reason.",
  })
  close(@Arg("input", () => inputs.CloseInput) input: inputs.CloseInput, @Ctx() context: Context) {
    return perform(context, (desk) =>
      close(desk, { ...ref(input), steps: input.steps as never, reason: input.reason, withdrawn: input.withdrawn }),
    );
  }

  @Mutation(() => CancelPayload, { description: "Cancels a ticket. Its clocks end, neither met nor missed." })
  cancel(@Arg("input", () => inputs.CancelInput) input: inputs.CancelInput, @Ctx() context: Context) {
    return perform(context, (desk) => cancel(desk, { ...input, ...ref(input) }));
  }

  @Mutation(() => MergeTicketsPayload, { description: "Merges a duplicate into another ticket of the same client." })
  mergeTickets(@Arg("input", () => inputs.MergeTicketsInput) input: inputs.MergeTicketsInput, @Ctx() context: Context) {
    const intoTicketId = uuidOf("Ticket", input.intoTicketId);
    return perform(context, (desk) => mergeTickets(desk, { ...ref(input), intoTicketId }));
  }
}
