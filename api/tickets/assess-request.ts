import { type Agreement, findClient, findContract } from "../clients/find-contract.ts";
import type { RequestFacts } from "../core/coverage-policy/facts.ts";
import { type Affected, type Channel, derivePriority, type PriorityDefinition } from "../core/urgency.ts";
import { type Decided, decideCoverage } from "../coverage/decide-coverage.ts";
import type { Desk } from "../platform/desk.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** What somebody asks for. Facts that are absent are unstated. */
export type Request = {
  clientId: string;
  requesterId?: string | null | undefined;
  deviceId?: string | null | undefined;
  subject: string;
  description?: string | null | undefined;
  channel?: Channel | null | undefined;
  affected?: Affected | null | undefined;
  workaround?: boolean | null | undefined;
  facts?: RequestFacts | null | undefined;
  priority?: string | null | undefined;
};

export type Assessed = {
  kind: "assessed";
  agreement: Agreement;
  facts: RequestFacts;
  decided: Decided;
  priority: PriorityDefinition;
  couldBeUrgent: boolean;
  channel: Channel;
  /** In whose name it is asked; null: nobody's. */
  requester: { id: string; name: string } | null;
};

type DeviceRow = { technologyKind: NonNullable<RequestFacts["technologyKind"]>; product: string; version: string };

/** Everything that is decided about a request before it becomes a ticket; the preview and the creation share it. */
export async function assessRequest(desk: Desk, request: Request): Promise<Assessed | Refusal> {
  const client = await findClient(desk.em, request.clientId);
  if (!client || !mayAskFor(desk, client)) return refuse("NOT_FOUND", "clientId", "There is no such client.");
  const subject = request.subject.trim();
  if (subject === "") return refuse("INVALID", "subject", "Say in a few words what is wrong or wanted.");
  if (subject.length > 500) return refuse("INVALID", "subject", "At most 500 characters; the rest is description.");

  let facts: RequestFacts = request.facts ?? {};
  if (request.deviceId) {
    const technology = await technologyOf(desk, client.partnerId, client.id, request.deviceId);
    if (!technology) return refuse("NOT_FOUND", "deviceId", `${client.name} has no such device.`);
    facts = facts.technologyKind ? facts : { ...facts, ...technology };
  }
  let requester: { id: string; name: string } | null = null;
  if (request.requesterId) {
    const [contact] = await desk.em.execute<{ id: string; name: string }[]>(
      "select id, name from contact where partner_id = ? and client_id = ? and id = ?",
      [client.partnerId, client.id, request.requesterId],
    );
    if (!contact) return refuse("NOT_FOUND", "requesterId", `Nobody at ${client.name} has this id.`);
    requester = contact;
  } else if (desk.viewer.contactId) requester = { id: desk.viewer.contactId, name: desk.viewer.name };

  const agreement = await findContract(desk.em, client, desk.now);
  const channel = request.channel ?? defaultChannel(desk);
  const chosen = choosePriority(agreement, request, channel);
  if ("kind" in chosen) return chosen;
  const decided = await decideCoverage(desk.em, agreement, facts, desk.now);
  return { kind: "assessed", agreement, facts, decided, ...chosen, channel, requester };
}

/** What a client's device is, as facts of a request about it; null when the client has no such device. */
export async function technologyOf(
  desk: Desk,
  partnerId: string,
  clientId: string,
  deviceId: string,
): Promise<DeviceRow | null> {
  const [device] = await desk.em.execute<DeviceRow[]>(
    `select technology_kind as "technologyKind", product, version from device
      where partner_id = ? and client_id = ? and id = ?`,
    [partnerId, clientId, deviceId],
  );
  return device ?? null;
}

/** Priority is derived from two facts, unless the plan says that priorities are stated. */
export function choosePriority(
  agreement: Pick<Agreement, "plan">,
  request: Pick<Request, "affected" | "workaround" | "priority">,
  channel: Channel,
): { priority: PriorityDefinition; couldBeUrgent: boolean } | Refusal {
  const { priorities, statedPriorities } = agreement.plan.terms;
  const known = priorities.map((p) => p.code).join(", ");
  if (statedPriorities) {
    const stated = priorities.find((p) => p.code === request.priority);
    if (!stated) return refuse("INVALID", "priority", `This plan's priorities are stated: one of ${known}.`);
    return { priority: stated, couldBeUrgent: false };
  }
  if (request.priority != null)
    return refuse(
      "INVALID",
      "priority",
      "Priority is derived: state how many are affected and whether there is a workaround.",
    );
  const derived = derivePriority(request.affected ?? null, request.workaround ?? null, channel);
  const priority = priorities.find((p) => p.code === derived.code);
  if (!priority) throw new Error(`plan ${agreement.plan.code} derives priorities but has no ${derived.code}`);
  return { priority, couldBeUrgent: derived.couldBeUrgent };
}

const mayAskFor = ({ viewer }: Desk, client: { id: string; partnerId: string }): boolean => {
  if (viewer.kind === "TECHNICIAN" || viewer.kind === "MANAGER") return true;
  if (viewer.kind === "PARTNER") return client.partnerId === viewer.partnerId;
  return client.id === viewer.clientId;
};

const defaultChannel = ({ viewer }: Desk): Channel => {
  if (viewer.kind === "REQUESTER") return "PORTAL";
  if (viewer.kind === "MONITORING") return "MONITORING";
  return viewer.kind === "PARTNER" ? "API" : "PHONE";
};
