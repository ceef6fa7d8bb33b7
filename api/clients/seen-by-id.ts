import type { Context } from "../platform/context.ts";
import { type ContactRow, type DeviceRow, deviceColumns, deviceOf } from "./read-clients.ts";

export type ContractRow = {
  id: string;
  clientId: string;
  planCode: string;
  calendarCode: string;
  from: string;
  until: string | null;
};

/** Somebody who belongs to one client sees what is that client's; the scope of the read says the rest. */
const ofOwnClient = ({ viewer }: Context, values: unknown[]): string =>
  viewer.kind === "REQUESTER" || viewer.kind === "MONITORING" ? `client_id = $${values.push(viewer.clientId)}` : "true";

async function seen<R extends { id: string }>(
  context: Context,
  table: "contact" | "device" | "contract",
  columns: string,
  ids: readonly string[] | null,
): Promise<R[]> {
  const values: unknown[] = [];
  const which = ids === null ? "true" : `id = any($${values.push(ids)})`;
  const text = `select ${columns} from ${table} where ${which} and ${ofOwnClient(context, values)}`;
  return context.read<R>({ text, values });
}

/** Contacts, devices and contracts by id, of the clients that the viewer sees. */
export const contactsSeen = async (context: Context, ids: readonly string[]): Promise<Map<string, ContactRow>> =>
  new Map(
    (await seen<ContactRow>(context, "contact", "id, name, email, phone, lead", ids)).map((row) => [row.id, row]),
  );

export const devicesSeen = async (context: Context, ids: readonly string[]): Promise<Map<string, DeviceRow>> => {
  const rows = await seen<Parameters<typeof deviceOf>[0]>(context, "device", deviceColumns, ids);
  return new Map(rows.map((row) => [row.id, deviceOf(row)]));
};

export const contractsSeen = (context: Context, ids: readonly string[] | null): Promise<ContractRow[]> =>
  seen<ContractRow>(
    context,
    "contract",
    `id, client_id as "clientId", plan_code as "planCode", calendar_code as "calendarCode", from_date as "from", until_date as until`,
    ids,
  );
