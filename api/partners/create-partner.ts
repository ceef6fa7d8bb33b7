import { Partner } from "../clients/clients.entity.ts";
import { audit } from "../people/audit.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";

export type Fault = { kind: "refused"; code: "INVALID" | "ALREADY_EXISTS"; field: string; message: string };

/** A company whose system is to speak to the desk. Its name is unique, so that nobody gives a key to the wrong one. */
export async function createPartner(
  desk: Desk,
  input: { name: string },
): Promise<{ kind: "created"; row: Partner } | Fault> {
  const name = input.name.trim();
  if (name === "") return { kind: "refused", code: "INVALID", field: "name", message: "A partner needs a name." };
  await desk.em.execute("select pg_advisory_xact_lock(hashtext(?))", [`partner ${name}`]);
  if (await desk.em.findOne(Partner, { name }))
    return { kind: "refused", code: "ALREADY_EXISTS", field: "name", message: `There is a partner ${name}.` };
  const row = desk.em.create(Partner, { id: uuidv7(), name, house: false, createdAt: desk.now });
  audit(desk, { action: "PARTNER_CREATED", about: { type: "Partner", id: row.id, name } });
  return { kind: "created", row };
}
