import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { keysOf } from "../support/keys.ts";
import { staffOf } from "../support/staff.ts";

let desk: TestDesk;
let between: pg.Client;
beforeAll(async () => {
  desk = await startDesk({ worker: false });
  between = new pg.Client(desk.urls.owner);
  await between.connect();
});
afterAll(async () => {
  await between.end();
  await desk.close();
});

/** Lets acts of the desk begin one after the other, each as far as to what is held here, and then go on together. */
async function held(lock: string, ...acts: (() => Promise<unknown>)[]) {
  await between.query("begin");
  await between.query(lock);
  const running: Promise<unknown>[] = [];
  for (const act of acts) {
    running.push(act());
    await eventually(waiting, (n) => n === running.length);
  }
  await between.query("commit");
  return Promise.all(running);
}
const waiting = async () => {
  const { rows } = await between.query(
    `select count(distinct l.pid)::int as n from pg_locks l join pg_locks held using (pid)
      where not l.granted and held.database = (select oid from pg_database where datname = current_database())`,
  );
  return rows[0].n as number;
};
const post = async (path: string, body?: object, token?: string) => {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${desk.origin}${path}`, { method: "POST", headers, body: JSON.stringify(body ?? {}) });
  return { status: response.status, ...((await response.json()) as any) };
};
const isGood = async (token: string) =>
  (
    await between.query(
      "select 1 from access_token where hash = encode(sha256($1::bytea), 'hex') and revoked_at is null",
      [token],
    )
  ).rowCount === 1;

test("somebody who signs in while being shut out is shut out", async () => {
  const staff = staffOf(desk);
  const { technicianId } = await staff.join("late@desk.example");
  await held(
    "lock table audit_entry in share mode",
    () => staff.signIn("late@desk.example"),
    () => staff.must("setStaffAccess", { technicianId, role: "TECHNICIAN", suspended: true }, "account { role }"),
  );
  const { rows } = await between.query(
    "select count(*)::int as n from access_token t join technician p on p.id = t.technician_id where p.name = 'late' and t.revoked_at is null",
  );
  expect(rows[0].n).toBe(0);
});

test("a screen that changes or fetches its pass while it is shut out is shut out", async () => {
  const keys = keysOf(desk);
  const paired = async () => {
    const { code, secret } = await post("/pair");
    const { device } = await keys.must("pairDevice", { code, name: "Hall" }, "device { id }");
    return { secret, revoke: () => keys.must("revokeDevice", { deviceId: device.id }, "device { id }") };
  };
  const first = await paired();
  const { token } = await post("/pair/claim", { secret: first.secret });
  const [renewed] = (await held(
    "select 1 from access_token where kind = 'WALL' and device_id is not null for update",
    () => post("/pair/renew", undefined, token),
    first.revoke,
  )) as [{ token: string }, unknown];
  expect([await isGood(token), await isGood(renewed.token)]).toEqual([false, false]);

  const second = await paired();
  const [claimed] = (await held(
    "lock table access_token in share mode",
    () => post("/pair/claim", { secret: second.secret }),
    second.revoke,
  )) as [{ token: string }, unknown];
  expect(await isGood(claimed.token)).toBe(false);
});
