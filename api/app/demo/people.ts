import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Calendar } from "../../clients/agreement.entity.ts";
import { AddOn, Client, Contact, Contract, Device, Partner } from "../../clients/clients.entity.ts";
import { DEFAULT_PLAN } from "../../clients/find-contract.ts";
import type { Instant } from "../../core/time.ts";
import { Team, TeamMember } from "../../people/people.entity.ts";
import { uuidv7 } from "../../platform/ids.ts";
import { publicHolidays } from "../../sla/public-holidays.ts";
import { staffNamed } from "../sign-ins.ts";
import { officeHours } from "../standard-agreement.ts";
import { type DemoClient, demoClients, demoManager, demoStaff } from "./clients.ts";

const DAY = 86_400;
const SINCE = 200 * DAY;
const calendars = [
  ["london", "Europe/London", "GB-ENG"],
  ["pacific", "America/Los_Angeles", "US"],
  ["sydney", "Australia/Sydney", "AU-NSW"],
] as const;

/** Everybody and everything the demo's stories happen to. */
export async function createPeople(tx: SqlEntityManager, now: Instant): Promise<void> {
  const since = (now - SINCE) as Instant;
  const year = new Date(now * 1000).getUTCFullYear();
  for (const [code, timeZone, region] of calendars) {
    const definition = officeHours(code, timeZone, publicHolidays(region, [year - 1, year, year + 1, year + 2]));
    tx.create(Calendar, { id: uuidv7(), code, version: 1, timeZone, definition, publishedAt: since });
  }
  const teams = new Map<string, string>();
  for (const name of new Set(demoStaff.flatMap((s) => s.teams))) {
    const team = tx.create(Team, { id: uuidv7(), name, createdAt: since });
    teams.set(name, team.id);
  }
  await staffNamed(tx, demoManager, "MANAGER", since);
  for (const { name, teams: own, skills } of demoStaff) {
    const technician = await staffNamed(tx, name, "TECHNICIAN", since);
    technician.skills = [...skills];
    for (const team of own) tx.create(TeamMember, { teamId: teams.get(team) as string, technicianId: technician.id });
  }
  const house = await tx.findOneOrFail(Partner, { house: true });
  const partners = new Map([["house", house.id]]);
  for (const name of ["Meridian IT", "Coastline Systems"]) {
    const partner = tx.create(Partner, { id: uuidv7(), name, house: false, createdAt: since });
    partners.set(name, partner.id);
  }
  for (const client of demoClients) createClient(tx, client, partners.get(client.partner) as string, since);
  await tx.flush();
}

/** One at each client that has been there for a while: what its manufacturer says of it is not all the same. */
const aged = [
  ["Till", "OPERATING_SYSTEM", "Windows", "10 22H2"],
  ["File server", "SERVER", "Windows Server", "2016"],
  ["Meeting room iPad", "OPERATING_SYSTEM", "iPadOS", "18"],
  ["Old Mac", "OPERATING_SYSTEM", "macOS", "12"],
  ["Backup box", "SERVER", "Ubuntu", "24.04"],
  ["Archive", "SERVER", "Windows Server", "2012 R2"],
] as const;

function createClient(tx: SqlEntityManager, demo: DemoClient, partnerId: string, since: Instant): void {
  const { name, code, zone } = demo;
  const client = tx.create(Client, { id: uuidv7(), partnerId, name, code, timeZone: zone, createdAt: since });
  for (const [i, person] of demo.people.entries())
    tx.create(Contact, {
      id: uuidv7(),
      partnerId,
      clientId: client.id,
      name: person,
      email: `${person.toLowerCase().replace(/[^a-z]+/g, ".")}@${code.toLowerCase()}.example`,
      phone: null,
      lead: i === 0,
      createdAt: since,
    });
  const devices = [
    ["Reception", "OPERATING_SYSTEM", "Windows", "11"],
    ["Studio Mac", "OPERATING_SYSTEM", "macOS", "15"],
    ["Front printer", "PRINTER", null, null],
    aged[demoClients.indexOf(demo) % aged.length] as (typeof aged)[number],
  ] as const;
  for (const [label, technologyKind, product, version] of devices)
    tx.create(Device, {
      id: uuidv7(),
      partnerId,
      clientId: client.id,
      name: label,
      technologyKind,
      product,
      version,
      createdAt: since,
      supportEdgeAt: product === null ? null : since,
    });
  if (!demo.contract) return;
  const contract = tx.create(Contract, {
    id: uuidv7(),
    partnerId,
    clientId: client.id,
    planCode: DEFAULT_PLAN,
    calendarCode: demo.calendar,
    fromDate: new Date(since * 1000).toISOString().slice(0, 10),
    untilDate: null,
    createdAt: since,
  });
  for (const kind of demo.addOns)
    tx.create(AddOn, { id: uuidv7(), partnerId, contractId: contract.id, kind, fromAt: since, untilAt: null });
}
