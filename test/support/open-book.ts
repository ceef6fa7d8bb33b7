import type { TestDesk } from "./desk.ts";

type Row = [client: string, subject: string, affected: "ONE" | "SEVERAL" | "ALL", at: string];
/** One Monday morning, as on a wall: times are UTC, New York is five hours behind. */
const morning: readonly Row[] = [
  ["Brightwater School", "Classroom Chromebooks will not sign in", "SEVERAL", "16:05"],
  ["Quill Accounting", "Tax software licence error", "ONE", "16:10"],
  ["Kestrel Logistics", "Whole office offline since 11:20", "ALL", "16:25"],
  ["Northgate Dental", "Nobody can open the patient system", "ALL", "16:30"],
  ["Alder Clinic", "Shared drive gone for all staff", "ALL", "16:42"],
  ["Harbor & Pine", "Card terminals cannot reach the server", "ALL", "16:45"],
  ["Lumen Law", "VPN drops for everyone working remotely", "ALL", "17:12"],
  ["Tidewater Marina", "Outlook keeps asking for a password", "ONE", "17:14"],
  ["Fernhill Vets", "Scanner no longer saves to the folder", "ONE", "17:16"],
  ["Mosaic Studio", "Laptop very slow after an update", "ONE", "17:18"],
];

/** Fills a desk with a believable morning, through the API, and stands at 12:33:12 in New York. */
export async function openBook(desk: TestDesk): Promise<void> {
  const ids = new Map<string, string>();
  const did = async (who: keyof TestDesk["tokens"], text: string, variables: object, at: string) => {
    const { data, errors } = await desk.gql(who, text, variables, `2026-11-30T${at.length === 5 ? `${at}:00` : at}Z`);
    const refused = Object.values(data ?? {}).flatMap((payload: any) => payload.userErrors);
    if (errors || refused.length > 0) throw new Error(JSON.stringify(errors ?? refused));
    return data as any;
  };
  for (const [name, subject, affected, at] of morning) {
    const client = {
      name,
      code: name.replace(/\W+/g, "-").toUpperCase(),
      timeZone: "America/New_York",
      planCode: "standard",
      calendarCode: "provider",
      contractFrom: "2026-01-01",
      ...(name === "Kestrel Logistics" && { addOns: [{ kind: "IMMEDIATE", from: "2026-01-01T00:00:00Z" }] }),
    };
    const made = await did(
      "manager",
      "mutation($i: CreateClientInput!) { createClient(input: $i) { client { id } userErrors { message } } }",
      { i: client },
      at,
    );
    const input = {
      clientId: made.createClient.client.id,
      subject,
      affected,
      ...(affected === "ALL" && { workaround: false }),
    };
    const ticket = await did(
      "technician",
      "mutation($i: CreateTicketInput!) { createTicket(input: $i) { ticket { id } userErrors { message } } }",
      { i: input },
      at,
    );
    ids.set(name, ticket.createTicket.ticket.id);
  }
  const take = "mutation($id: ID!) { takeTicket(input: { ticketId: $id }) { userErrors { message } } }";
  await did("technician", take, { id: ids.get("Kestrel Logistics") }, "17:20");
  await did("manager", take, { id: ids.get("Harbor & Pine") }, "17:20");
  await did("technician", take, { id: ids.get("Quill Accounting") }, "17:20");
  const answer = `mutation($id: ID!) { reply(input: { ticketId: $id, body: "Which release do you use?" }) { userErrors { message } }
    waitOn(input: { ticketId: $id, on: REQUESTER }) { userErrors { message } } }`;
  await did("technician", answer, { id: ids.get("Quill Accounting") }, "17:22");
  const session =
    'mutation($id: ID!) { startSession(input: { ticketId: $id, consentBy: "Ivy" }) { session { id } userErrors { message } } }';
  const { startSession } = await did("technician", session, { id: ids.get("Kestrel Logistics") }, "17:23");
  const beat = "mutation($id: ID!) { heartbeat(input: { sessionId: $id }) { userErrors { message } } }";
  // every half minute from 17:23:30 to 17:33:00
  for (let half = 1; half <= 20; half++) {
    const at = `17:${23 + Math.floor(half / 2)}:${half % 2 === 1 ? "30" : "00"}`;
    await did("technician", beat, { id: startSession.session.id }, at);
  }
  await desk.travel("2026-11-30T17:33:12Z");
}
