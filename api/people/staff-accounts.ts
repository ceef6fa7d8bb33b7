import { LockMode } from "@mikro-orm/core";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { audit } from "./audit.ts";
import { StaffAccount } from "./credentials.entity.ts";
import { writeToStaff } from "./letter-to-staff.ts";
import { endLinks, makeLink } from "./one-time-links.ts";
import { Technician } from "./people.entity.ts";
import { revokeCredentials } from "./revoke-credentials.ts";

export type Role = Technician["role"];
export type AccountFault = {
  kind: "refused";
  code: "INVALID" | "ALREADY_EXISTS" | "NOT_FOUND" | "SUSPENDED" | "LAST_MANAGER";
  field: string;
  message: string;
};
export type Link = { readonly path: string; readonly expiresAt: Instant };
type Account = { readonly account: StaffAccount; readonly technician: Technician };
const refuse = (code: AccountFault["code"], field: string, message: string): AccountFault => ({
  kind: "refused",
  ...{ code, field, message },
});
export const aboutStaff = ({ id, name }: Pick<Technician, "id" | "name">) => ({ type: "Technician", id, name });

/** An address as it is kept and compared. */
export const plainEmail = (email: string): string => email.trim().toLowerCase();

/**
 * Lets somebody work here: a new person, or one whom the desk knows by name alone. They set their password by the link, which a
 * letter brings them too; `letter` is false where whoever invites hands it on themselves.
 */
export async function inviteStaff(
  desk: Desk,
  input: { technicianId: string | null; name: string | null; email: string; role: Role; letter?: false },
): Promise<({ kind: "invited"; link: Link } & Account) | AccountFault> {
  const email = plainEmail(input.email);
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 255)
    return refuse("INVALID", "email", "That is no e-mail address.");
  await desk.em.execute("select pg_advisory_xact_lock(hashtext(?))", [`account ${email}`]);
  if (await desk.em.findOne(StaffAccount, { email }))
    return refuse("ALREADY_EXISTS", "email", `${email} may sign in already.`);
  const technician = await person(desk, input, email);
  if ("code" in technician) return technician;
  const account = desk.em.create(StaffAccount, {
    ...{ technicianId: technician.id, email, passwordHash: null, oidcSubject: null, suspendedAt: null },
    createdAt: desk.now,
  });
  await desk.em.flush();
  const link = await makeLink(desk, { purpose: "SET_PASSWORD", technicianId: technician.id });
  if (input.letter !== false) await writeToStaff(desk, { technician, email, linkId: link.id, invited: true });
  audit(desk, { action: "STAFF_INVITED", about: aboutStaff(technician), detail: { email, role: technician.role } });
  return { kind: "invited", account, technician, link };
}

async function person(
  desk: Desk,
  input: { technicianId: string | null; name: string | null; role: Role },
  email: string,
): Promise<Technician | AccountFault> {
  if (input.technicianId !== null) {
    const known = await desk.em.findOne(Technician, { id: input.technicianId });
    if (!known) return refuse("NOT_FOUND", "technicianId", "There is no such technician.");
    if (await desk.em.findOne(StaffAccount, { technicianId: known.id }))
      return refuse("ALREADY_EXISTS", "technicianId", `${known.name} may sign in already.`);
    [known.email, known.role] = [email, input.role];
    return known;
  }
  const name = input.name?.trim() || null;
  if (name === null) return refuse("INVALID", "name", "Somebody who works here needs a name: it is shown on the wall.");
  return desk.em.create(Technician, { id: uuidv7(), name, email, role: input.role, skills: [], createdAt: desk.now });
}

async function locked(desk: Desk, technicianId: string): Promise<Account | AccountFault> {
  const account = await desk.em.findOne(StaffAccount, { technicianId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const technician = account && (await desk.em.findOne(Technician, { id: technicianId }));
  return technician
    ? { account, technician }
    : refuse("NOT_FOUND", "technicianId", "There is no such person, or they were not invited.");
}

/** A new link to set a password, for whoever forgot theirs, and a letter with it. The old password goes on until it is used. */
export async function createPasswordLink(
  desk: Desk,
  technicianId: string,
): Promise<({ kind: "linked"; link: Link } & Account) | AccountFault> {
  const found = await locked(desk, technicianId);
  if ("code" in found) return found;
  if (found.account.suspendedAt !== null)
    return refuse("SUSPENDED", "technicianId", "They may not sign in at present.");
  const link = await makeLink(desk, { purpose: "SET_PASSWORD", technicianId });
  const { technician, account } = found;
  const invited = account.passwordHash === null && account.oidcSubject === null;
  await writeToStaff(desk, { technician, email: account.email, linkId: link.id, invited });
  audit(desk, { action: "LINK_CREATED", about: aboutStaff(found.technician), detail: { purpose: "SET_PASSWORD" } });
  return { kind: "linked", link, ...found };
}

/** Changes what somebody may do, or shuts them out. Either way their sessions end at once: they see only what they may. */
export async function setStaffAccess(
  desk: Desk,
  input: { technicianId: string; role: Role; suspended: boolean },
): Promise<({ kind: "set" } & Account) | AccountFault> {
  await desk.em.execute("select pg_advisory_xact_lock(hashtext('staff access'))");
  const found = await locked(desk, input.technicianId);
  if ("code" in found) return found;
  const { account, technician } = found;
  if ((input.suspended || input.role !== "MANAGER") && (await isLastManager(desk, technician)))
    return refuse("LAST_MANAGER", "technicianId", "They are the last manager who can sign in: make another one first.");
  const from = `${technician.role}${account.suspendedAt === null ? "" : ", suspended"}`;
  technician.role = input.role;
  account.suspendedAt = input.suspended ? (account.suspendedAt ?? desk.now) : null;
  const to = `${technician.role}${account.suspendedAt === null ? "" : ", suspended"}`;
  if (from === to) return { kind: "set", ...found };
  await revokeCredentials(desk, { technicianId: technician.id });
  if (input.suspended) await endLinks(desk, technician.id); // and what waits to be sent with one is not sent
  audit(desk, { action: "STAFF_CHANGED", about: aboutStaff(technician), detail: { from, to } });
  return { kind: "set", ...found };
}

async function isLastManager(desk: Desk, { id, role }: Technician): Promise<boolean> {
  if (role !== "MANAGER") return false;
  const [others] = await desk.em.execute<[{ n: number }]>(
    `select count(*)::int as n from staff_account a join technician t on t.id = a.technician_id
      where t.role = 'MANAGER' and a.suspended_at is null and t.id <> ?`,
    [id],
  );
  return others.n === 0;
}
