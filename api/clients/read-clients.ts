import type { Context } from "../platform/context.ts";

export type ClientRow = { id: string; partnerId: string; name: string; code: string; timeZone: string };

const byId = <R extends { id: string }>(rows: R[]): Map<string, R> => new Map(rows.map((row) => [row.id, row]));

export const clientColumns = `id, partner_id as "partnerId", name, code, time_zone as "timeZone"`;

/** Clients by id; somebody who belongs to one client finds no other. */
export const clientsById = async (context: Context, ids: readonly string[]) => {
  const { kind, clientId } = context.viewer;
  const own = kind === "REQUESTER" || kind === "MONITORING";
  return byId(
    await context.read<ClientRow>({
      name: "clients-by-id",
      text: `select ${clientColumns} from client where id = any($1)`,
      values: [own ? ids.filter((id) => id === clientId) : ids],
    }),
  );
};

export type ContactRow = { id: string; name: string; email: string | null; phone: string | null; lead: boolean };
export const contactsById = async (context: Context, ids: readonly string[]) =>
  byId(
    await context.read<ContactRow>({
      name: "contacts-by-id",
      text: "select id, name, email, phone, lead from contact where id = any($1)",
      values: [ids],
    }),
  );

type DeviceTechnology = { kind: string; product: string | null; version: string | null };
type DeviceColumns = { id: string; clientId: string; name: string } & DeviceTechnology;
export type DeviceRow = { id: string; clientId: string; name: string; technology: DeviceTechnology };
export const deviceOf = ({ id, clientId, name, kind, product, version }: DeviceColumns): DeviceRow => ({
  ...{ id, clientId, name },
  technology: { kind, product, version },
});
export const deviceColumns = 'id, client_id as "clientId", name, technology_kind as kind, product, version';
export const devicesById = async (context: Context, ids: readonly string[]) =>
  byId(
    (
      await context.read<DeviceColumns>({
        name: "devices-by-id",
        text: `select ${deviceColumns} from device where id = any($1)`,
        values: [ids],
      })
    ).map(deviceOf),
  );

/** Partners by id; the provider itself is none. */
export const partnersById = async (context: Context, ids: readonly string[]) =>
  byId(
    await context.house.readAsDesk<{ id: string; name: string }>({
      name: "partners-by-id",
      text: "select id, name from partner where id = any($1) and not house",
      values: [ids],
    }),
  );

export type ContractRow = {
  id: string;
  clientId: string;
  planCode: string;
  calendarCode: string;
  from: string;
  until: string | null;
};
/** Each client's contract in force on a day; a client without one is absent. Uses contract (partner_id, client_id). */
export async function contractsOn(context: Context, clientIds: readonly string[], day: string) {
  const rows = await context.read<ContractRow>({
    name: "contracts-in-force",
    text: `select distinct on (c.client_id) c.id, c.client_id as "clientId", c.plan_code as "planCode",
                  c.calendar_code as "calendarCode", c.from_date as "from", c.until_date as until
             from client k join contract c on c.partner_id = k.partner_id and c.client_id = k.id
            where k.id = any($1) and c.from_date <= $2 and (c.until_date is null or c.until_date >= $2)
            order by c.client_id, c.from_date desc, c.id desc`,
    values: [clientIds, day],
  });
  return new Map(rows.map((row) => [row.clientId, row]));
}
