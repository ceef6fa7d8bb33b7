import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { CookieClient } from "../support/cookie-client.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { mailSettings } from "../support/mail-desk.ts";
import { type Arrived, header, MailServer } from "../support/mail-server.ts";
import { staffOf } from "../support/staff.ts";

const EMAIL = "robin@first.example";
let desk: TestDesk;
let server: MailServer;
let staff: ReturnType<typeof staffOf>;
let owner: pg.Client;
beforeAll(async () => {
  server = await MailServer.start();
  desk = await startDesk({ at: "2026-11-30T15:00:00Z", settings: { mail: mailSettings(server.url) } });
  staff = staffOf(desk);
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
  await owner.query("update contact set email = $1 where id = $2", [EMAIL, desk.cast.requester.id]);
});
afterAll(async () => {
  await owner.end();
  await desk.close();
  await server.down();
});

/** How many letters there ever were, and how they stand. */
const stored = async () =>
  (await owner.query<{ state: string }>("select state from mail where kind = 'SIGN_IN_LINK' order by id")).rows.map(
    (row) => row.state,
  );
/** Every letter that has come since the last time, once one has. */
const comes = async (): Promise<Arrived> => {
  const mails = await eventually(
    () => server.mails,
    (found) => found.length > 0,
  );
  return mails.splice(0).at(-1) as Arrived;
};
/** The path of the link in a letter. */
const pathIn = (mail: Arrived) =>
  /https:\/\/desk\.example(\/sign-in\/link#link=[\w-]{43})\s/.exec(mail.text ?? "")?.[1] as string;
const ask = async (email: string) => {
  const { status, body } = await new CookieClient(desk.origin).post("/sign-in/link", { email });
  return { status, body };
};
const use = async (path: string, browser = new CookieClient(desk.origin)) => {
  const { status, body } = await browser.post("/sign-in/link/use", { link: staff.linkOf(path) });
  return { status, code: body.code, browser };
};

describe("a requester", () => {
  test("signs in by the link in a letter, and sees what is theirs", async () => {
    expect(await ask(" Robin@First.example ")).toEqual({ status: 202, body: { ok: true } });
    const letter = await comes();
    expect(letter).toMatchObject({ rcpt: [EMAIL], subject: "Your link to sign in" });
    expect(letter.text).toContain("Hello Robin Requester,\n\nthis link signs you in. It works once, for 15 minutes:");
    expect(header(letter, "auto-submitted")).toBe("auto-generated");
    const { status, browser } = await use(pathIn(letter));
    expect(status).toBe(200);
    const { data } = await browser.gql("{ viewer { kind name scopes client { name } } }");
    expect(data.viewer).toEqual({
      kind: "REQUESTER",
      name: "Robin Requester",
      scopes: null,
      client: { name: "First client" },
    });
  });

  test("is answered as a stranger is, and a stranger gets no letter", async () => {
    expect(await ask("stranger@nowhere.example")).toEqual(await ask(EMAIL));
    await comes();
    await eventually(stored, (states) => states.join() === "SENT,SENT");
  });

  test("gets three letters in a quarter of an hour, and is not told that there are no more", async () => {
    expect(await ask(EMAIL)).toEqual({ status: 202, body: { ok: true } });
    await comes();
    for (let i = 0; i < 3; i++) expect((await ask(EMAIL)).status).toBe(202);
    expect(await stored()).toHaveLength(3);
  });
});

describe("a link", () => {
  const byManager = async () => {
    const input = { contactId: toGlobalId("Contact", desk.cast.requester.id) };
    return (await staff.must("createSignInLink", input, "path expiresAt")) as { path: string; expiresAt: string };
  };

  test("works once", async () => {
    const { path } = await byManager();
    const tries = await Promise.all([use(path), use(path), use(path)]);
    expect(tries.map((t) => t.status).toSorted()).toEqual([200, 410, 410]);
  });

  test("works for fifteen minutes of the desk's time", async () => {
    const [inTime, late] = [await byManager(), await byManager()];
    expect(late.expiresAt).toBe("2026-11-30T15:15:00Z");
    await desk.travel("2026-11-30T15:14:59Z");
    expect((await use(inTime.path)).status).toBe(200);
    await desk.travel("2026-11-30T15:15:00Z");
    expect(await use(late.path)).toMatchObject({ status: 410, code: "LINK_UNUSABLE" });
  });

  test("for one thing is none for another, and one that never was answers the same", async () => {
    const { link } = await staff.invite("new@desk.example", "TECHNICIAN");
    expect(await use(`#link=${link}`)).toMatchObject({ status: 410, code: "LINK_UNUSABLE" });
    expect(await use(`#link=${"x".repeat(43)}`)).toMatchObject({ status: 410, code: "LINK_UNUSABLE" });
    const { path } = await byManager();
    const asPassword = await new CookieClient(desk.origin).post("/sign-in/password", {
      link: staff.linkOf(path),
      password: "four plain words",
    });
    expect(asPassword.status).toBe(410);
    expect((await use(path)).status, "and is not used up by it").toBe(200);
  });

  test("is refused to a page of another site", async () => {
    const { path } = await byManager();
    const elsewhere = new CookieClient(desk.origin);
    elsewhere.site = "https://evil.example";
    expect((await use(path, elsewhere)).status).toBe(403);
  });

  test("is kept as a hash, and a letter that nobody took in time is passed over", async () => {
    const { path } = await byManager();
    const { rows } = await owner.query("select l::text as row from one_time_link l");
    expect(rows.map((r) => r.row).join("\n")).not.toContain(staff.linkOf(path));
    const letters = await owner.query("select m::text as row from mail m");
    expect(letters.rows.map((r) => r.row).join("\n")).not.toContain("link=");
    // what was asked for earlier has left, the letter with the manager's link too: it is none of what is looked at here
    const waiting = async () => (await owner.query("select 1 from mail where state = 'QUEUED'")).rowCount;
    await eventually(waiting, (count) => count === 0);
    server.mails.length = 0;
    await server.down();
    await owner.query(
      `insert into mail select gen_random_uuid(), partner_id, kind, recipient, recipient_name, contact_id, null, null, null, facts,
              root_id, null, 'QUEUED', 0, null, desk_now() + interval '1 hour', null, '2026-11-30T15:00:00Z', desk_now(), null from mail where kind = 'SIGN_IN_LINK' limit 1`,
    );
    await server.up();
    await desk.travel("2026-11-30T15:15:01Z");
    await owner.query("update mail set ready_at = desk_now() where state = 'QUEUED'");
    await owner.query("notify wake");
    await eventually(stored, (states) => !states.includes("QUEUED"));
    expect((await stored()).toSorted()).toEqual(["DROPPED", "SENT", "SENT", "SENT"]);
    expect(server.mails).toEqual([]);
  });
});
