import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { startOfDay } from "../core/business-calendar/zone.ts";
import { lookAtSupport, type SupportLook, type SupportState } from "../core/coverage-policy/support-news.ts";
import type { Instant } from "../core/time.ts";
import { actAsDesk, type Desk } from "../platform/desk.ts";
import type { Batch, DueRows } from "../platform/due-rows.ts";
import { type SupportedDevice, supportedDevices } from "./devices-supported.sql.ts";
import { manufacturerData } from "./manufacturer-data.ts";
import { supportOf } from "./support-of.ts";

/**
 * Looks at what devices run when a notice of its end is due at the client's midnight, and at once when the device, the
 * contract or the data changed. An edge that is stale changes nothing but the next one.
 */
export const deviceSupport: DueRows = {
  name: "device-support",
  earliest: "(select min(support_edge_at) from device where support_edge_at is not null)",
  due: "device where support_edge_at <= (select desk_now())",
  async fire(tx: SqlEntityManager, { limit, offset, upTo }: Batch): Promise<number> {
    const rows = await tx.execute<(SupportedDevice & { now: number })[]>(
      `with due as materialized (
         select id from device where support_edge_at <= least((select desk_now()), to_timestamp(?))
          order by support_edge_at, id limit ? offset ? for no key update skip locked)
       select s.*, extract(epoch from (select desk_now()))::float8 as now
         from (${supportedDevices("d.id in (select id from due)")}) s order by s.id`,
      [upTo, limit, offset],
    );
    const [first] = rows;
    if (first) await actAsDesk(tx, Number(first.now) as Instant, (desk) => lookAtAll(desk, rows));
    return rows.length;
  },
};

async function lookAtAll(desk: Desk, rows: readonly SupportedDevice[]): Promise<void> {
  const products = await manufacturerData(rows[0]?.edition ?? null, (text) => desk.em.execute(text));
  const looks = rows.map((row) => ({ row, look: lookAtSupport(stateOf(row, products), row.supportSeen, row.today) }));
  await desk.em.execute(
    `update device d set support_seen = r.seen, support_edge_at = to_timestamp(r.edge)
       from jsonb_to_recordset(?::jsonb) as r(id uuid, seen jsonb, edge float8) where d.id = r.id`,
    [JSON.stringify(looks.map(({ row, look }) => ({ id: row.id, seen: look.seen, edge: edgeOf(look, row.timeZone) })))],
  );
  for (const { row, look } of looks) tell(desk, row, look);
}

function stateOf(row: SupportedDevice, products: Parameters<typeof supportOf>[1]): SupportState | null {
  const known = supportOf(row, products);
  if (!known.known) return null;
  const { product, version, support } = known;
  const endsOn = support.supported ? support.lastDay : (row.supportSeen?.endsOn ?? support.endsOn);
  return { product, version, supported: support.supported, endsOn };
}

const edgeOf = ({ next }: SupportLook, zone: string): Instant | null => (next === null ? null : startOfDay(zone, next));

function tell(
  desk: Desk,
  { id, name, clientId, client, partnerId }: SupportedDevice,
  { news, seen }: SupportLook,
): void {
  if (!news || !seen) return;
  const { product, version, endsOn } = seen;
  const about = { device: { id, name }, client: { id: clientId, name: client }, product, version, endsOn };
  if (news.kind === "LEFT") desk.record({ type: "DeviceLeftSupport", ticketId: null, partnerId, payload: about });
  else
    desk.record({
      type: "DeviceLeavesSupport",
      ticketId: null,
      partnerId,
      payload: { ...about, daysLeft: news.daysLeft },
    });
}
