import pg from "pg";
import { BUDGETS } from "../../../api/partners/limits/constants.ts";
import { startDesk, type TestDesk } from "../desk.ts";
import { verbsOn } from "../verbs.ts";

/** Who and what the guides speak of: the people of the demo. */
const names: readonly [table: string, from: string, to: string][] = [
  ["partner", "First partner", "Meridian IT"],
  ["partner", "Other partner", "Coastline Systems"],
  ["client", "First client", "Lumen Law"],
  ["contact", "Robin Requester", "Nora Ellis"],
  ["technician", "Tess Technician", "Maya Okafor"],
  ["technician", "Max Manager", "Grace Holloway"],
];

/** A desk on Monday 2026-11-30, 10:00 in New York, with a morning's tickets; it sends webhooks to these local addresses. */
export async function docsDesk(webhookAllowLocal: readonly string[]): Promise<TestDesk> {
  const desk = await startDesk({ at: "2026-11-30T14:00:00Z", budgets: BUDGETS, settings: { webhookAllowLocal } });
  const owner = new pg.Client(desk.urls.staff);
  await owner.connect();
  for (const [table, from, to] of names) {
    await owner.query(`update ${table} set name = $2 where name = $1`, [from, to]);
    await owner.query("update access_token set name = $2 where name = $1", [from, to]);
  }
  await owner.query("update client set code = 'LUMEN' where code = 'FIRST'");
  await owner.end();
  const on = verbsOn(desk);
  const morning: readonly [at: string, subject: string, affected: string][] = [
    ["14:05", "Scanner no longer saves to the folder", "ONE"],
    ["14:20", "Outlook keeps asking for a password", "ONE"],
    ["14:40", "VPN drops for everyone working remotely", "ALL"],
    ["14:55", "Shared calendar shows the wrong week", "SEVERAL"],
  ];
  for (const [at, subject, affected] of morning) {
    await desk.travel(`2026-11-30T${at}:00Z`);
    await on.open({ subject, affected }, "partner");
  }
  await desk.travel("2026-11-30T15:00:00Z");
  return desk;
}
