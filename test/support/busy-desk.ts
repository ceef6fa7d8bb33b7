import { toGlobalId } from "../../api/platform/global-id.ts";
import type { TestDesk } from "./desk.ts";
import { seeded } from "./seeded.ts";
import { verbsOn, type Who } from "./verbs.ts";

/** A client for the partner that the ready-made desk gives none. */
export async function clientOfOther(desk: TestDesk): Promise<string> {
  const { createClient } = await verbsOn(desk).ask(
    "manager",
    "mutation($i: CreateClientInput!) { createClient(input: $i) { client { id } userErrors { message } } }",
    {
      i: {
        partnerId: toGlobalId("Partner", desk.cast.otherPartner.id),
        name: "Other client",
        code: "OTHER",
        timeZone: "Europe/Paris",
        planCode: "standard",
        calendarCode: "provider",
        contractFrom: "2026-01-01",
      },
    },
  );
  return createClient.client.id;
}

const acts: readonly [who: Who, verb: string, input: (ticketId: string, n: number) => object][] = [
  ["technician", "reply", (ticketId, n) => ({ ticketId, body: `We look into it (${n}).` })],
  ["partner", "addNote", (ticketId, n) => ({ ticketId, body: `Note ${n}` })],
  ["technician", "takeTicket", (ticketId) => ({ ticketId })],
  ["manager", "stateFacts", (ticketId) => ({ ticketId, affected: "ALL", workaround: false })],
  ["technician", "waitOn", (ticketId) => ({ ticketId, on: "REQUESTER" })],
  ["technician", "resume", (ticketId) => ({ ticketId })],
  ["manager", "setPriority", (ticketId, n) => ({ ticketId, priority: n % 2 ? "URGENT" : "STANDARD", reason: `r${n}` })],
  ["manager", "assignTicket", (ticketId) => ({ ticketId, unassign: true })],
  ["manager", "cancel", (ticketId) => ({ ticketId, reason: "No longer wanted" })],
];

/** Writers that open tickets at both partners and do all sorts of things to them; refusals are part of life. */
export async function keepBusy(
  desk: TestDesk,
  clients: readonly string[],
  options: { writers: number; each: number; seed: number },
): Promise<string[]> {
  const on = verbsOn(desk);
  const tickets: string[] = [];
  const write = async (writer: number) => {
    const random = seeded(options.seed * 100 + writer);
    const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T;
    for (let n = 0; n < options.each; n += 1)
      if (tickets.length < 4 || random() < 0.2) {
        const input = { clientId: pick(clients), subject: `Trouble ${writer}.${n}`, affected: "ONE" };
        tickets.push((await on.done("manager", "createTicket", input)).id);
      } else {
        const [who, verb, input] = pick(acts);
        await on.act(who, verb, input(pick(tickets), n));
      }
  };
  await Promise.all(Array.from({ length: options.writers }, (_, i) => write(i)));
  return tickets;
}
