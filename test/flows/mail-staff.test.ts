import { describe, expect, test } from "vitest";
import { CookieClient } from "../support/cookie-client.ts";
import { eventually } from "../support/eventually.ts";
import { mailDesk } from "../support/mail-desk.ts";
import { PASSWORD, staffOf } from "../support/staff.ts";

const made = mailDesk("2026-12-01T15:00:00Z");

const linkIn = (text: string | undefined) =>
  /https:\/\/desk\.example\/sign-in\/password#link=(\S+)/.exec(text ?? "")?.[1];
const mailsTo = (address: string) => made.server.mails.filter((mail) => mail.to?.some((to) => to.address === address));
const arrived = (address: string, count: number) =>
  eventually(
    async () => mailsTo(address),
    (mails) => mails.length >= count,
  );
const letterOf = async (email: string) => {
  const query = "{ staffAccounts(first: 100) { edges { node { email letter { state nextAt error } } } } }";
  const { staffAccounts } = await made.on.ask("manager", query);
  return staffAccounts.edges.map((e: any) => e.node).find((a: any) => a.email === email).letter;
};
const standsAt = (email: string, state: string | null) =>
  eventually(
    () => letterOf(email),
    (letter) => (letter?.state ?? null) === state,
  );
const states = async () =>
  (
    await made.owner.query<{ state: string }>("select state from mail where kind = 'SET_PASSWORD_LINK' order by id")
  ).rows.map((row) => row.state);
const setPassword = (link: string | undefined) =>
  new CookieClient(made.desk.origin).post("/sign-in/password", { link, password: PASSWORD });

describe("an invitation", () => {
  test("comes by mail with a link of its own; the manager has one too, and sees that the letter left", async () => {
    const invited = await staffOf(made.desk).invite("nia@desk.example", "TECHNICIAN", { name: "Nia Night" });
    const [mail] = await arrived("nia@desk.example", 1);
    expect(mail?.subject).toBe("You are invited to the desk");
    expect(mail?.text).toContain("Max Manager invites you to work at this desk.");
    await standsAt("nia@desk.example", "SENT");
    const link = linkIn(mail?.text);
    expect(link).not.toBe(invited.link);
    // neither is kept
    const { rows } = await made.owner.query("select m::text as whole from mail m where technician_id is not null");
    for (const secret of [link, invited.link]) expect(JSON.stringify(rows)).not.toContain(secret);
    // the first that is used ends the other
    expect((await setPassword(link)).status).toBe(200);
    expect((await setPassword(invited.link)).status).toBe(410);
    expect((await staffOf(made.desk).signIn("nia@desk.example")).status).toBe(200);
  });

  test("is not sent once its link was used, or a newer one was made; then the newer one comes", async () => {
    const staff = staffOf(made.desk);
    await made.server.down();
    const used = await staff.invite("otto@desk.example", "TECHNICIAN");
    expect((await setPassword(used.link)).status).toBe(200);
    const { account } = await staff.invite("pia@desk.example", "TECHNICIAN");
    const newer = await staff.must("createPasswordLink", { technicianId: account.technician.id }, "path");
    await made.server.up();
    await made.later(300);
    const [mail] = await arrived("pia@desk.example", 1);
    expect(mail?.subject).toBe("You are invited to the desk"); // they have not come in yet
    await eventually(states, (all) => !all.includes("QUEUED"));
    expect(await states()).toEqual(["SENT", "DROPPED", "DROPPED", "SENT"]);
    expect(mailsTo("otto@desk.example")).toEqual([]);
    expect(await letterOf("otto@desk.example")).toBeNull();
    expect((await setPassword(newer.path.split("#link=")[1])).status).toBe(200);
    expect((await setPassword(linkIn(mail?.text))).status).toBe(410);
  });

  test("that comes back is told to the manager, who hands the link on some other way", async () => {
    made.server.mood = { rcpt: () => "550 5.1.1 no such user here" };
    const invited = await staffOf(made.desk).invite("typo@desk.example", "TECHNICIAN");
    await standsAt("typo@desk.example", "BOUNCED");
    expect((await letterOf("typo@desk.example")).error).toBe("550 5.1.1 no such user here");
    made.server.mood = {};
    expect((await setPassword(invited.link)).status).toBe(200);
  });
});

describe("a new password", () => {
  test("is set by a link that comes by mail too, as long as they may sign in", async () => {
    const staff = staffOf(made.desk);
    const { technicianId } = await staff.join("rosa@desk.example");
    await staff.must("createPasswordLink", { technicianId }, "path");
    const mails = await eventually(
      async () => mailsTo("rosa@desk.example").filter(({ subject }) => subject === "Your link to set a password"),
      (found) => found.length === 1,
    );
    expect(mails[0]?.text).toContain("The old one goes on until you use it.");
    expect((await setPassword(linkIn(mails[0]?.text))).status).toBe(200);

    await made.server.down();
    await staff.must("createPasswordLink", { technicianId }, "path");
    await staff.must("setStaffAccess", { technicianId, role: "TECHNICIAN", suspended: true }, "account { email }");
    await made.server.up();
    await made.later(300);
    await standsAt("rosa@desk.example", null);
    expect(
      mailsTo("rosa@desk.example").filter(({ subject }) => subject === "Your link to set a password"),
    ).toHaveLength(1);
  });
});
