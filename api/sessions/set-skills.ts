import { type TechnologyKind, technologyKinds } from "../core/coverage-policy/facts.ts";
import { audit } from "../people/audit.ts";
import { Technician } from "../people/people.entity.ts";
import { aboutStaff } from "../people/staff-accounts.ts";
import type { Desk } from "../platform/desk.ts";

export type SkillsFault = { kind: "refused"; code: "NOT_FOUND"; field: string; message: string };

/**
 * Says what somebody is good at, in place of what was said before; none: everything. What they agreed on stays, also where
 * they could not be booked for it any more.
 */
export async function setSkills(
  desk: Desk,
  input: { technicianId: string; skills: readonly TechnologyKind[] },
): Promise<{ kind: "set"; technician: Technician } | SkillsFault> {
  const technician = await desk.em.findOne(Technician, { id: input.technicianId });
  if (!technician)
    return { kind: "refused", code: "NOT_FOUND", field: "technicianId", message: "There is no such technician." };
  const skills = technologyKinds.filter((kind) => input.skills.includes(kind));
  const [from, to] = [technician.skills, skills].map((some) => some.join(", ") || "everything");
  if (from === to) return { kind: "set", technician };
  technician.skills = skills;
  audit(desk, {
    action: "SKILLS_SET",
    about: aboutStaff(technician),
    detail: { from: from as string, to: to as string },
  });
  return { kind: "set", technician };
}
