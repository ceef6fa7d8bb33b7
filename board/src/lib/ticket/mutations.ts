import { graphql } from "../gql.ts";

// one document for each verb: what was refused, at which field, and what would be accepted instead
export const Reply = graphql(`
  mutation Reply($input: ReplyInput!) {
    answer: reply(input: $input) { userErrors { code field message } accepts missingSteps }
  }
`);
export const AddNote = graphql(`
  mutation AddNote($input: AddNoteInput!) {
    answer: addNote(input: $input) { userErrors { code field message } accepts missingSteps }
  }
`);
export const CompleteStep = graphql(`
  mutation CompleteStep($input: CompleteStepInput!) {
    answer: completeStep(input: $input) { userErrors { code field message } accepts missingSteps }
  }
`);
export const Take = graphql(`
  mutation Take($input: TakeTicketInput!) {
    answer: takeTicket(input: $input) { userErrors { code field message } accepts missingSteps }
  }
`);
export const Assign = graphql(`
  mutation Assign($input: AssignTicketInput!) {
    answer: assignTicket(input: $input) { userErrors { code field message } accepts missingSteps }
  }
`);
export const WaitOn = graphql(`
  mutation WaitOn($input: WaitOnInput!) {
    answer: waitOn(input: $input) { userErrors { code field message } accepts missingSteps }
  }
`);
export const Resolve = graphql(`
  mutation Resolve($input: ResolveInput!) {
    answer: resolve(input: $input) { userErrors { code field message } accepts missingSteps }
  }
`);
export const Reopen = graphql(`
  mutation Reopen($input: ReopenInput!) {
    answer: reopen(input: $input) { userErrors { code field message } accepts missingSteps }
  }
`);
export const Close = graphql(`
  mutation Close($input: CloseInput!) {
    answer: close(input: $input) { userErrors { code field message } accepts missingSteps }
  }
`);
export const Cancel = graphql(`
  mutation Cancel($input: CancelInput!) {
    answer: cancel(input: $input) { userErrors { code field message } accepts missingSteps }
  }
`);
export const Merge = graphql(`
  mutation Merge($input: MergeTicketsInput!) {
    answer: mergeTickets(input: $input) { userErrors { code field message } accepts missingSteps }
  }
`);
export const SetPriority = graphql(`
  mutation SetPriority($input: SetPriorityInput!) {
    answer: setPriority(input: $input) { userErrors { code field message } accepts missingSteps }
  }
`);
export const StateFacts = graphql(`
  mutation StateFacts($input: StateFactsInput!) {
    answer: stateFacts(input: $input) { userErrors { code field message } accepts missingSteps }
  }
`);
export const OverrideCoverage = graphql(`
  mutation OverrideCoverage($input: OverrideCoverageInput!) {
    answer: overrideCoverage(input: $input) { userErrors { code field message } accepts missingSteps }
  }
`);
export const WithdrawOverride = graphql(`
  mutation WithdrawOverride($input: WithdrawOverrideInput!) {
    answer: withdrawOverride(input: $input) { userErrors { code field message } accepts missingSteps }
  }
`);
/** The clauses that a decision by hand may name. */
export const ClausesOfTicket = graphql(`
  query ClausesOfTicket($id: ID!) { ticket(id: $id) { client { contract { plan { clauses { code title } } } } } }
`);
export const StartSession = graphql(`
  mutation StartSession($input: StartSessionInput!) {
    answer: startSession(input: $input) { session { id } userErrors { code field message } }
  }
`);
export const SummariseSession = graphql(`
  mutation SummariseSession($input: SummariseSessionInput!) {
    answer: summariseSession(input: $input) { userErrors { code field message } }
  }
`);
export const SendBookingLink = graphql(`
  mutation SendBookingLink($input: SendBookingLinkInput!) {
    answer: sendBookingLink(input: $input) { link { path expiresAt } userErrors { code field message } accepts missingSteps }
  }
`);
export const TicketToMergeInto = graphql(`
  query TicketToMergeInto($number: Int!) { ticket(number: $number) {
      id number subject client { name } appointments { status from }
    } }
`);
