import { Migration } from "@mikro-orm/migrations";
import { ROLES } from "../roles.ts";
import { publishedSql, staffOnlySql } from "../tenancy.ts";

/**
 * The desk's own table of manufacturer data and its editions; when a device's support is to be looked at next, and what
 * was told of it; the manufacturer support that a contract records as paid for. Every device there is is looked at once.
 */
export class Migration0013Support extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table manufacturer_product (
        id uuid not null, code varchar(255) not null, facts jsonb not null, edition int not null, primary key (id)
      );
      alter table manufacturer_product add constraint manufacturer_product_code_unique unique (code);

      create table manufacturer_edition (
        id uuid not null, edition int not null, source text not null, carried varchar(255) not null, products int not null,
        versions int not null, imported_at timestamptz(0) not null, primary key (id)
      );
      alter table manufacturer_edition add constraint manufacturer_edition_edition_unique unique (edition);

      alter table device add column support_seen jsonb, add column support_edge_at timestamptz(0);
      create index device_support_edge_at_index on device (support_edge_at) where support_edge_at is not null;
      update device set support_edge_at = desk_now() where product is not null;

      alter table contract add column paid_support jsonb;
    `);
    for (const table of ["manufacturer_product", "manufacturer_edition"])
      this.addSql(staffOnlySql(table) + publishedSql(table));
    // the table is written by the command alone, as the owner; a new build tells of its own facts, and history stays
    this.addSql(`
      revoke insert, update, delete on manufacturer_product from ${ROLES.staff}, ${ROLES.worker};
      revoke update, delete on manufacturer_edition from ${ROLES.staff};
      revoke insert, update, delete on manufacturer_edition from ${ROLES.worker};`);
  }
}
