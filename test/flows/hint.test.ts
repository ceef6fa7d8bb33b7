import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Hint } from "../../api/platform/hint.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { eventually } from "../support/eventually.ts";

let db: TestDatabase;
let listener: pg.Client;
let heard: string[];
beforeAll(async () => {
  db = await freshDatabase();
  listener = new pg.Client(db.urls.worker);
  await listener.connect();
  heard = [];
  listener.on("notification", ({ payload }) => heard.push(payload ?? ""));
  await listener.query("listen wake");
});
afterAll(async () => {
  await listener.end();
  await db.drop();
});

test("a hundred commits at once give one hint; the next commit gives another", async () => {
  const hint = new Hint(db.urls.staff);
  for (const times of [1, 2]) {
    for (let i = 0; i < 100; i++) hint.give();
    await eventually(
      () => heard.length,
      (n) => n >= times,
    );
  }
  await listener.query("notify wake, 'end'");
  await eventually(
    () => heard,
    (all) => all.includes("end"),
  );
  expect(heard).toEqual(["", "", "end"]);
  await hint.close();
});

test("a hint that is due when its giver stops is dropped: whoever needs the news polls as well", async () => {
  heard.length = 0;
  const hint = new Hint(db.urls.staff);
  hint.give();
  await hint.close();
  await listener.query("notify wake, 'end'");
  await eventually(
    () => heard,
    (all) => all.includes("end"),
  );
  expect(heard).toEqual(["end"]);
});
