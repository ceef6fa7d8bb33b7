import { CookieClient } from "./cookie-client.ts";
import type { TestDesk } from "./desk.ts";
import { keysOf } from "./keys.ts";

export const PASSWORD = "four plain words here";

/** People who work at a desk, as its ready-made manager lets them in. */
export const staffOf = (desk: TestDesk) => {
  const { act, must } = keysOf(desk);
  const linkOf = (path: string) => path.split("#link=")[1] as string;

  const invite = async (
    email: string,
    role: "TECHNICIAN" | "MANAGER",
    more: object = { name: email.split("@")[0] },
  ) => {
    const answer = "path expiresAt account { email role hasPassword technician { id name } }";
    const done = await must("inviteStaff", { email, role, ...more }, answer);
    return { ...done, link: linkOf(done.path) } as any;
  };
  /** Somebody invited who has set a password, and is signed in at a browser of theirs. */
  const join = async (email: string, role: "TECHNICIAN" | "MANAGER" = "TECHNICIAN") => {
    const invited = await invite(email, role);
    const browser = new CookieClient(desk.origin);
    const { status } = await browser.post("/sign-in/password", { link: invited.link, password: PASSWORD });
    if (status !== 200) throw new Error(`no password for ${email}: ${status}`);
    return { browser, technicianId: invited.account.technician.id as string };
  };
  const signIn = async (email: string, password = PASSWORD) => {
    const browser = new CookieClient(desk.origin);
    return { browser, ...(await browser.post("/sign-in", { email, password })) };
  };
  return { act, must, invite, join, signIn, linkOf };
};
