import type { TechnologyKind } from "../core/coverage-policy/facts.ts";
import type { PaidSupport } from "../core/coverage-policy/manufacturer-support.ts";
import type { SupportSeen } from "../core/coverage-policy/support-news.ts";
import { newestEdition } from "./manufacturer-data.ts";

/** A device with all that its manufacturer support is judged by; `today` is the client's day. */
export type SupportedDevice = {
  readonly id: string;
  readonly partnerId: string;
  readonly name: string;
  readonly kind: TechnologyKind;
  readonly product: string | null;
  readonly version: string | null;
  readonly supportSeen: SupportSeen | null;
  readonly clientId: string;
  readonly client: string;
  readonly timeZone: string;
  readonly today: string;
  readonly paidSupport: PaidSupport[] | null;
  readonly edition: string | null;
};

/** Devices (`d`) that meet a condition, at desk time. Uses contract (partner_id, client_id). */
export const supportedDevices = (where: string): string => `
  select d.id, d.partner_id as "partnerId", d.name, d.technology_kind as kind, d.product, d.version,
         d.support_seen as "supportSeen", k.id as "clientId", k.name as client, k.time_zone as "timeZone", l.today,
         (select c.paid_support from contract c
           where c.partner_id = k.partner_id and c.client_id = k.id and c.from_date <= l.today
             and (c.until_date is null or c.until_date >= l.today)
           order by c.from_date desc, c.id desc limit 1) as "paidSupport", ${newestEdition} as edition
    from device d join client k on k.partner_id = d.partner_id and k.id = d.client_id
    cross join lateral (select ((select desk_now()) at time zone k.time_zone)::date::text as today) l
   where ${where}`;
