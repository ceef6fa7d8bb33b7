import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { instant, word } from "../platform/columns.ts";
import { ownedByPartner } from "../platform/tenancy.ts";

export const SESSION_ENDS = ["TECHNICIAN", "REQUESTER", "VANISHED"] as const;

/** Being connected to the requester's machine. Heartbeats keep it alive; without them it ended at the last one plus a grace. */
export const RemoteSession = defineEntity({
  name: "RemoteSession",
  ...ownedByPartner("remote_session"),
  indexes: [
    {
      name: "remote_session_partner_id_client_id_started_at_index",
      properties: ["partnerId", "clientId", "startedAt"],
    },
    { name: "remote_session_partner_id_ticket_id_index", properties: ["partnerId", "ticketId"] },
    { name: "remote_session_running_index", properties: ["lastHeartbeatAt"], where: "ended_at is null" },
  ],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    clientId: p.uuid(),
    ticketId: p.uuid(),
    technicianId: p.uuid(),
    technicianName: p.string(),
    startedAt: instant(),
    lastHeartbeatAt: instant(),
    endedAt: instant().strictNullable(),
    endedBy: word(SESSION_ENDS).strictNullable(),
  },
});
export type RemoteSession = InferEntity<typeof RemoteSession>;
