import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { Team, TeamMember, Technician } from "./people.entity.ts";

export type StaffRefusal = {
  kind: "refused";
  code: "INVALID" | "ALREADY_EXISTS" | "NOT_FOUND";
  field: string;
  message: string;
};
const refuse = (code: StaffRefusal["code"], field: string, message: string): StaffRefusal => ({
  kind: "refused",
  code,
  field,
  message,
});

/** A team's name is unique in the desk. */
export async function createTeam(
  desk: Desk,
  input: { name: string },
): Promise<{ kind: "created"; row: Team } | StaffRefusal> {
  const name = input.name.trim();
  if (name === "") return refuse("INVALID", "name", "A team needs a name.");
  await desk.em.execute("select pg_advisory_xact_lock(hashtext(?))", [`team ${name}`]);
  if (await desk.em.findOne(Team, { name })) return refuse("ALREADY_EXISTS", "name", `There is a team ${name}.`);
  return { kind: "created", row: desk.em.create(Team, { id: uuidv7(), name, createdAt: desk.now }) };
}

/** People may share a name; ids tell them apart. */
export async function createTechnician(
  desk: Desk,
  input: { name: string; email: string | null; teamIds: readonly string[] },
): Promise<{ kind: "created"; row: Technician } | StaffRefusal> {
  const name = input.name.trim();
  if (name === "") return refuse("INVALID", "name", "A technician needs a name.");
  if (input.email !== null && !/^\S+@\S+$/.test(input.email))
    return refuse("INVALID", "email", "That is no e-mail address.");
  const teams = await desk.em.find(Team, { id: { $in: [...input.teamIds] } });
  if (teams.length < new Set(input.teamIds).size)
    return refuse("NOT_FOUND", "teamIds", "One of these teams does not exist.");
  const row = desk.em.create(Technician, {
    id: uuidv7(),
    name,
    email: input.email,
    role: "TECHNICIAN",
    skills: [],
    createdAt: desk.now,
  });
  for (const team of teams) desk.em.create(TeamMember, { teamId: team.id, technicianId: row.id });
  return { kind: "created", row };
}
