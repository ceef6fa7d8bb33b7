import { inviteStaff } from "../../people/staff-accounts.ts";
import type { Orm } from "../../platform/database.ts";
import { transact } from "../../platform/desk.ts";
import { instantText } from "../../platform/scalars.ts";
import { theDesk } from "../../platform/viewer.ts";

type Say = (text: string) => void;

/** `create-manager`: the first person who can let others in. Prints the link by which they set their password. */
export async function createManager(
  orm: Orm,
  who: { email: string; name: string | null; json: boolean; origin: string },
  say: Say,
  complain: Say,
): Promise<number> {
  const { email, json, origin } = who;
  const name = who.name ?? (email.split("@")[0] as string);
  const invite = { technicianId: null, name, email, role: "MANAGER", letter: false } as const;
  const done = await transact({ orm, partnerId: null }, theDesk, null, (desk) => inviteStaff(desk, invite));
  if (done.kind === "refused") {
    complain(done.message);
    return 1;
  }
  const { path, expiresAt } = done.link;
  const until = instantText(expiresAt);
  if (json)
    say(JSON.stringify({ email: done.account.email, name, link: `${origin}${path}`, expiresAt: until }, null, 2));
  else
    say(`${name} is a manager from now on, and sets a password here, once, before ${until}:\n\n  ${origin}${path}\n`);
  return 0;
}
