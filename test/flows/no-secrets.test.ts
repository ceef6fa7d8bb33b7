import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { createLog } from "../../api/platform/log.ts";
import { CookieClient } from "../support/cookie-client.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { ask, keysOf } from "../support/keys.ts";
import { PASSWORD, staffOf } from "../support/staff.ts";

let desk: TestDesk;
const lines: string[] = [];
beforeAll(async () => {
  const log = createLog("trace", { write: (line) => void lines.push(line) });
  desk = await startDesk({ worker: false, logTo: log, server: { demoSignIns: undefined as never } });
});
afterAll(() => desk.close());

test("whatever somebody comes in by stands in no log line, in no audit entry and in no column, in no part longer than its beginning", async () => {
  const [keys, staff] = [keysOf(desk), staffOf(desk)];
  const secrets: string[] = [PASSWORD, "a wrong password"];
  const keep = (secret: string) => {
    secrets.push(secret.slice(-43)); // without the beginning by which it is known again
    return secret;
  };

  // each under a key of its own, so that its answer is kept as well
  const { apiKey, secret } = await keys.create({ idempotencyKey: "create" });
  await ask(desk.url, keep(secret), "{ viewer { name } }");
  keep(
    (await keys.must("rotateApiKey", { keyId: apiKey.id, overlapSeconds: 0, idempotencyKey: "rotate" }, "secret"))
      .secret,
  );
  await ask(desk.url, secret, "{ viewer { name } }");
  await ask(desk.url, `${secret}x`, "{ nonsense");

  const invited = await staff.invite("ada@desk.example", "MANAGER", { name: "Ada", idempotencyKey: "invite" });
  keep(invited.link);
  const browser = new CookieClient(desk.origin);
  await browser.post("/sign-in/password", { link: invited.link, password: PASSWORD });
  keep([...browser.cookies.values()][0] as string);
  await staff.signIn("ada@desk.example", "a wrong password");
  await browser.post("/sign-in/password", { link: invited.link, password: PASSWORD });
  await browser.fetch("/sign-in", {
    method: "POST",
    body: `{"password":"${PASSWORD}`,
    headers: { "content-type": "application/json" },
  });

  const input = { contactId: toGlobalId("Contact", desk.cast.requester.id), idempotencyKey: "link" };
  keep(staff.linkOf((await staff.must("createSignInLink", input, "path")).path));
  await browser.post("/sign-in/link", { email: "robin@first.example" });

  const { body } = await browser.post("/pair");
  keep(body.secret);
  await keys.must("pairDevice", { code: body.code, name: "Hall" }, "device { id }");
  const { body: claimed } = await browser.post("/pair/claim", { secret: body.secret });
  keep(claimed.token);
  await browser.post("/sign-out");
  await desk.composed.keyUse.write();

  const owner = new pg.Client(desk.urls.owner);
  await owner.connect();
  const { rows: tables } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition",
  );
  const kept = new Map([["the log", lines.join("\n")]]);
  for (const { name } of tables) {
    const { rows } = await owner.query(
      `select coalesce(string_agg(to_jsonb(t)::text, e'\\n'), '') as text from ${name} t`,
    );
    kept.set(name, rows[0].text);
  }
  await owner.end();
  expect(kept.get("audit_entry")?.length).toBeGreaterThan(1_000);
  expect(kept.get("idempotency_record")?.split("\n")).toHaveLength(4);
  expect(secrets).toHaveLength(9);
  for (const [where, text] of kept)
    for (const secret of secrets) {
      expect(text, where).not.toContain(secret);
      expect(text, `half of one in ${where}`).not.toContain(secret.slice(0, 22));
    }
});
