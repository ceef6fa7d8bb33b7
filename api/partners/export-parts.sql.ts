import type { ExportPart } from "./export.entity.ts";
import { ticketDocument } from "./ticket-document.sql.ts";

const id = (prefix: string, column: string) => `'${prefix}_' || replace(${column}::text, '-', '')`;

/** One document a row, in an order that a key holds; run under the partner's own scope, which is all that they see. */
export const exportParts = (withContacts: boolean): { readonly [part in ExportPart]: string } => ({
  tickets: `select ${ticketDocument(withContacts)}::text as line from ticket t where t.partner_id = (select app_partner())
             order by t.created_at, t.id`,
  clients: `select json_build_object('id', ${id("cli", "c.id")}, 'name', c.name, 'code', c.code, 'timeZone', c.time_zone)::text as line
              from client c where c.partner_id = (select app_partner()) order by c.id`,
  contacts: `select json_build_object('id', ${id("con", "c.id")}, 'clientId', ${id("cli", "c.client_id")}, 'name', c.name,
                      'email', c.email, 'phone', c.phone, 'lead', c.lead)::text as line
               from contact c where c.partner_id = (select app_partner()) order by c.id`,
});

/** How many lines there will be. Of the same snapshot, so it is exact. */
export const countParts = (parts: readonly ExportPart[]): string => {
  const table = { tickets: "ticket", clients: "client", contacts: "contact" } as const;
  return `select (${parts
    .map((part) => `(select count(*) from ${table[part]} where partner_id = (select app_partner()))`)
    .join(" + ")})::int as n`;
};
