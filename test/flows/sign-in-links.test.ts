import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Letter, takeLetter } from "../../api/clients/sign-in-links.ts";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { theDesk } from "../../api/platform/viewer.ts";
import { CookieClient } from "../support/cookie-client.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { staffOf } from "../support/staff.ts";

const EMAIL = "robin@first.example";
let desk: TestDesk;
let staff: ReturnType<typeof staffOf>;
let owner: pg.Client;
beforeAll(async () => {
  // as in production: letters wait for whoever delivers them, and nothing is told in the log
  desk = await startDesk({ at: "2026-11-30T15:00:00Z", worker: false, server: { demoSignIns: undefined as never } });
  staff = staffOf(desk);
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
  await owner.query("update contact set email = $1 where id = $2", [EMAIL, desk.cast.requester.id]);
});
afterAll(async () => {
  await owner.end();
  await desk.close();
});

/** What a mailer will do: takes the letters that wait. */
async function letters(): Promise<Letter[]> {
  const taken: Letter[] = [];
  for (;;) {
    const letter = await desk.composed.house.perform(theDesk, takeLetter);
    if (!letter) return taken;
    taken.push(letter);
  }
}
const ask = async (email: string) => {
  const { status, body } = await new CookieClient(desk.origin).post("/sign-in/link", { email });
  return { status, body };
};
const comes = async () => (await eventually(letters, (found) => found.length > 0))[0] as Letter;
const use = async (path: string, browser = new CookieClient(desk.origin)) => {
  const { status, body } = await browser.post("/sign-in/link/use", { link: staff.linkOf(path) });
  return { status, code: body.code, browser };
};

describe("a requester", () => {
  test("signs in by the link in a letter, and sees what is theirs", async () => {
    expect(await ask(" Robin@First.example ")).toEqual({ status: 202, body: { ok: true } });
    const letter = await comes();
    expect(letter).toMatchObject({
      to: EMAIL,
      name: "Robin Requester",
      path: expect.stringMatching(/^\/sign-in\/link#link=[\w-]{43}$/),
    });
    const { status, browser } = await use(letter.path);
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
    expect(await comes()).toMatchObject({ to: EMAIL });
    expect(await letters()).toEqual([]);
  });

  test("gets three letters in a quarter of an hour, and is not told that there are no more", async () => {
    expect(await ask(EMAIL)).toEqual({ status: 202, body: { ok: true } });
    await comes();
    for (let i = 0; i < 3; i++) expect((await ask(EMAIL)).status).toBe(202);
    const { rows } = await owner.query("select count(*)::int as n from outgoing_mail");
    expect(rows[0].n).toBe(3);
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
    await owner.query(
      "insert into outgoing_mail (id, kind, contact_id, created_at) values (gen_random_uuid(), 'SIGN_IN_LINK', $1, '2026-11-30T15:00:00Z')",
      [desk.cast.requester.id],
    );
    await desk.travel("2026-11-30T15:15:01Z");
    expect(await letters()).toEqual([]);
  });
});
