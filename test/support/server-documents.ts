import { ticketDocument } from "../../api/partners/ticket-document.sql.ts";
import type { TestDesk } from "./desk.ts";

/** Every ticket of a partner as the server has it now. */
export async function serverDocuments(desk: TestDesk, partnerId: string): Promise<Map<string, object>> {
  const rows = await desk.composed.house.readAsDesk<{ document: { id: string } }>({
    text: `select ${ticketDocument(true)} as document from ticket t where t.partner_id = $1`,
    values: [partnerId],
  });
  return new Map(rows.map(({ document }) => [document.id, document]));
}

/** Desk time now, in milliseconds. */
export async function deskNow(desk: TestDesk): Promise<number> {
  const { data } = await desk.gql("manager", "{ deskClock { now } }");
  return Date.parse(data.deskClock.now);
}
export const travelTo = (desk: TestDesk, ms: number) => desk.travel(new Date(ms).toISOString());
