import type { DeskClient } from "../../../schema/sdk/client.ts";
import type { DeskNames } from "./desk-names.ts";
import type { Row } from "./rows.ts";
import type { Verb } from "./verbs-for-row.ts";

type Refused = { userErrors: { code: string; message: string }[] };
const inputTypes: { readonly [verb in Verb["verb"]]: string } = {
  reopen: "ReopenInput",
  resume: "ResumeInput",
  resolve: "ResolveInput",
  close: "CloseInput",
  setPriority: "SetPriorityInput",
  assignTicket: "AssignTicketInput",
  waitOn: "WaitOnInput",
};

// the same few sequences again and again: each becomes one text, which the desk parses once
const documents = new Map<string, string>();
function documentFor(verbs: readonly Verb[]): string {
  const key = verbs.map((v) => v.verb).join();
  let text = documents.get(key);
  if (!text) {
    const variables = verbs.map((v, i) => `$v${i}: ${inputTypes[v.verb]}!`).join(", ");
    const fields = verbs.map((v, i) => `v${i}: ${v.verb}(input: $v${i}) { userErrors { code message } }`).join(" ");
    documents.set(key, (text = `mutation Row(${variables}) { ${fields} }`));
  }
  return text;
}

async function inputOf(verb: Verb, ticketId: string, names: DeskNames): Promise<object> {
  switch (verb.verb) {
    case "reopen":
      return { ticketId, reason: "Not solved after all" };
    case "setPriority":
      return { ticketId, priority: verb.priority, reason: "As the log states" };
    case "assignTicket":
      return {
        ticketId,
        ...(verb.group && { teamId: await names.team(verb.group) }),
        ...(verb.assignee && { technicianId: await names.technician(verb.assignee) }),
        ...(verb.unassign && { unassign: true }),
      };
    case "waitOn":
      return { ticketId, on: verb.on };
    case "resume":
    case "resolve":
    case "close":
      return { ticketId };
    default:
      return verb satisfies never;
  }
}

/** One document for all verbs of a row. Answers the refusals, in the desk's words. */
export async function act(
  desk: DeskClient,
  names: DeskNames,
  ticketId: string,
  verbs: readonly Verb[],
  at: string,
): Promise<string[]> {
  const inputs = await Promise.all(verbs.map((verb) => inputOf(verb, ticketId, names)));
  const variables = Object.fromEntries(inputs.map((input, i) => [`v${i}`, input]));
  const answer = await desk.request<{ [alias: string]: Refused }>(documentFor(verbs), variables, { at });
  return Object.values(answer).flatMap(({ userErrors }) => userErrors.map((e) => `${e.code}: ${e.message}`));
}

const channels: { readonly [contact: string]: string } = {
  Phone: "PHONE",
  IVR: "PHONE",
  Email: "EMAIL",
  "Self service": "PORTAL",
};

/** Opens the ticket of an incident; its number there is the ticket's external reference. */
export async function open(desk: DeskClient, names: DeskNames, first: Row, at: string): Promise<string> {
  const input = {
    clientId: await names.client(first.location),
    subject: `Incident ${first.number}`,
    channel: channels[first.contact] ?? "API",
    priority: first.priority,
    externalRef: { system: "replay", id: first.number },
  };
  const { createTicket } = await desk.request<{
    createTicket: { ticket: { id: string } | null; current: { id: string } | null } & Refused;
  }>(
    "mutation Open($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id } current { id } userErrors { code message } } }",
    { input },
    { at },
  );
  const made = createTicket.ticket ?? createTicket.current; // after an interruption it may exist already
  if (!made) throw new Error(`${first.number} was refused: ${createTicket.userErrors.map((e) => e.message).join(" ")}`);
  return made.id;
}
