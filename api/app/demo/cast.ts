import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Client, Contact, Partner } from "../../clients/clients.entity.ts";
import { Team, Technician } from "../../people/people.entity.ts";
import { theDesk, type Viewer } from "../../platform/viewer.ts";
import { demoClients, demoManager, demoStaff } from "./clients.ts";

export type DemoPeople = {
  staff: readonly Viewer[];
  manager: Viewer;
  clients: readonly { id: string; partnerId: string; name: string; people: readonly Viewer[] }[];
  teams: readonly { id: string; name: string }[];
  partners: readonly { id: string; name: string }[];
};

/** Who connects by themselves: all but the technician as whom the demo is entered, whose sessions are the visitor's. */
export const connecting = ({ staff }: DemoPeople): readonly Viewer[] => staff.slice(1);

const nobody = { ...theDesk, technicianId: null };
const staffViewer = ({ id, name }: { id: string; name: string }, kind: "TECHNICIAN" | "MANAGER"): Viewer => ({
  ...nobody,
  kind,
  id,
  name,
  technicianId: id,
});

/** The people of the demo as viewers, so that the verbs are theirs. */
export async function findPeople(em: SqlEntityManager): Promise<DemoPeople> {
  const staff = await em.find(Technician, { name: { $in: demoStaff.map((s) => s.name) } }, { orderBy: { id: "asc" } });
  const manager = await em.findOneOrFail(Technician, { name: demoManager, role: "MANAGER" });
  const clients = await em.find(Client, { code: { $in: demoClients.map((c) => c.code) } }, { orderBy: { id: "asc" } });
  const contacts = await em.find(Contact, { clientId: { $in: clients.map((c) => c.id) } }, { orderBy: { id: "asc" } });
  return {
    staff: staff.map((s) => staffViewer(s, "TECHNICIAN")),
    manager: staffViewer(manager, "MANAGER"),
    teams: await em.find(Team, {}, { orderBy: { name: "asc" } }),
    partners: await em.find(Partner, { house: false }, { orderBy: { id: "asc" } }),
    clients: clients.map(({ id, partnerId, name }) => ({
      id,
      partnerId,
      name,
      people: contacts
        .filter((c) => c.clientId === id)
        .map((c) => ({
          ...nobody,
          kind: "REQUESTER" as const,
          id: c.id,
          name: c.name,
          partnerId,
          clientId: id,
          contactId: c.id,
          lead: c.lead,
        })),
    })),
  };
}
