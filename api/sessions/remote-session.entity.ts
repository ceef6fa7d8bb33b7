import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { instant, word } from "../platform/columns.ts";
import { ownedByPartner } from "../platform/tenancy.ts";

export const SESSION_ENDS = ["TECHNICIAN", "REQUESTER", "VANISHED", "DESK_CLOSED", "TICKET_ENDED"] as const;

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
    {
      name: "remote_session_closes_at_index",
      properties: ["closesAt"],
      where: "closes_at is not null and ended_at is null",
    },
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
    /** The appointment that it keeps; null: it was begun at once, by the client's add-on. */
    appointmentId: p.uuid().strictNullable(),
    /** How somebody at the client agreed to it, and who. */
    consentHow: word(["SPOKEN", "ONLINE"]).strictNullable(),
    consentBy: p.string().strictNullable(),
    /** What was done, as the technician wrote it at the end. */
    summary: p.text().strictNullable(),
    /** When the desk closes on it; null: it does not. */
    closesAt: instant().strictNullable(),
    endedBy: word(SESSION_ENDS).strictNullable(),
  },
});
export type RemoteSession = InferEntity<typeof RemoteSession>;
