import { LockMode } from "@mikro-orm/core";
import type { Desk } from "../platform/desk.ts";
import type { House } from "../platform/house.ts";
import { audit, STRANGER } from "./audit.ts";
import { StaffAccount } from "./credentials.entity.ts";
import { endLinks, useLink } from "./one-time-links.ts";
import { hashPassword, isPassword, passwordFault } from "./password.ts";
import { Technician } from "./people.entity.ts";
import { revokeCredentials } from "./revoke-credentials.ts";
import { hashOf } from "./secrets.ts";
import { beginSession, type Proof, type Session } from "./sessions.ts";
import { aboutStaff, plainEmail } from "./staff-accounts.ts";

/** Whoever changes what somebody may do holds their account too: a session begins before that, and ends by it, or after it. */
const held = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;

type Act = <T>(act: (desk: Desk) => Promise<T>) => Promise<T>;

const beginFor = (desk: Desk, { id, name, role }: Technician, proof: Proof, address: string): Session =>
  beginSession(desk, { kind: role, name, technicianId: id }, proof, address);

/** Signs somebody in by password. Null for wrong and unknown alike, after the same work. */
export async function signInByPassword(
  house: House,
  act: Act,
  input: { email: string; password: string; address: string },
): Promise<Session | null> {
  const email = plainEmail(input.email);
  const [kept] = await house.readAsDesk<{ hash: string | null }>({
    name: "password-of-account",
    text: `select password_hash as hash from staff_account where email = $1 and suspended_at is null`,
    values: [email],
  });
  const right = await isPassword(input.password, kept?.hash ?? null);
  return act(async (desk) => {
    // as it stands now: meanwhile they may have been shut out, or have another password
    const account = await desk.em.findOne(StaffAccount, { email }, held);
    const technician = account && (await desk.em.findOne(Technician, { id: account.technicianId }));
    if (right && technician && account.suspendedAt === null && account.passwordHash === kept?.hash)
      return beginFor(desk, technician, "PASSWORD", input.address);
    refuseSignIn(desk, technician, "PASSWORD", input.address);
    return null;
  });
}

/** What was typed as an address may be a password in the wrong field: only whom the desk knows is named. */
export function refuseSignIn(desk: Desk, technician: Technician | null, by: Proof, address: string): void {
  const about = technician && aboutStaff(technician);
  audit(desk, { action: "SIGN_IN_REFUSED", actor: STRANGER, about, address, detail: { by } });
}

/** Too many attempts, told once when it begins. */
export async function lockSignIn(desk: Desk, email: string, address: string): Promise<void> {
  const account = await desk.em.findOne(StaffAccount, { email: plainEmail(email) });
  const technician = account && (await desk.em.findOne(Technician, { id: account.technicianId }));
  audit(desk, { action: "SIGN_IN_LOCKED", actor: STRANGER, about: technician && aboutStaff(technician), address });
}

/** Who somebody is at the OpenID provider. `email`: only one that the provider vouches for. */
export type OidcIdentity = { readonly subject: string; readonly email: string | null };

/** Signs somebody in whom the OpenID provider vouches for. The first time they are known by the address they were invited by. */
export async function signInByOidc(desk: Desk, identity: OidcIdentity, address: string): Promise<Session | null> {
  let account = await desk.em.findOne(StaffAccount, { oidcSubject: identity.subject }, held);
  if (!account && identity.email !== null) {
    account = await desk.em.findOne(StaffAccount, { email: plainEmail(identity.email), oidcSubject: null }, held);
    if (account && account.suspendedAt === null) account.oidcSubject = identity.subject;
  }
  const technician = account && (await desk.em.findOne(Technician, { id: account.technicianId }));
  if (technician && account?.suspendedAt === null) return beginFor(desk, technician, "OPENID", address);
  refuseSignIn(desk, technician, "OPENID", address);
  return null;
}

export type NewPassword = { kind: "set"; session: Session } | { kind: "weak"; message: string } | { kind: "unusable" };

/** Sets a password by a one-time link, ends every other session of theirs, and signs them in. */
export async function setPassword(
  house: House,
  act: Act,
  input: { link: string; password: string; address: string },
): Promise<NewPassword> {
  const [of] = await house.readAsDesk<{ email: string }>({
    name: "account-of-link",
    text: `select a.email from one_time_link l join staff_account a on a.technician_id = l.technician_id
            where l.hash = $1 and l.purpose = 'SET_PASSWORD' and l.used_at is null and l.expires_at > (select desk_now())
              and a.suspended_at is null`,
    values: [hashOf(input.link)],
  });
  if (!of) return { kind: "unusable" };
  const message = passwordFault(input.password, of.email);
  if (message !== null) return { kind: "weak", message };
  const passwordHash = await hashPassword(input.password);
  return act(async (desk) => {
    const link = await useLink(desk, input.link, "SET_PASSWORD");
    const account =
      link &&
      (await desk.em.findOne(StaffAccount, { technicianId: link.technicianId as string, suspendedAt: null }, held));
    const technician = account && (await desk.em.findOne(Technician, { id: account.technicianId }));
    if (!technician) return { kind: "unusable" };
    account.passwordHash = passwordHash;
    await endLinks(desk, technician.id);
    await revokeCredentials(desk, { technicianId: technician.id, carrier: "COOKIE" });
    const actor = { kind: technician.role, id: technician.id, name: technician.name };
    audit(desk, { action: "PASSWORD_SET", actor, about: aboutStaff(technician), address: input.address });
    return { kind: "set", session: beginFor(desk, technician, "NEW_PASSWORD", input.address) };
  });
}
