import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { Product } from "../core/coverage-policy/products.ts";
import { document, instant } from "../platform/columns.ts";
import { published } from "../platform/tenancy.ts";

/** What the desk's own table says of one product: before the facts that come with the desk. */
export const ManufacturerProduct = defineEntity({
  name: "ManufacturerProduct",
  ...published("manufacturer_product"),
  uniques: [{ name: "manufacturer_product_code_unique", properties: ["code"] }],
  properties: {
    id: p.uuid().primary(),
    code: p.string(),
    facts: document<Product>(),
    /** The edition of the data that it came with. */
    edition: p.integer(),
  },
});
export type ManufacturerProduct = InferEntity<typeof ManufacturerProduct>;

/**
 * One edition of what the desk knows of manufacturers: an import, or a new build with newer facts of its own. The newest
 * tells every process which data counts, so that none reads the table twice.
 */
export const ManufacturerEdition = defineEntity({
  name: "ManufacturerEdition",
  ...published("manufacturer_edition"),
  uniques: [{ name: "manufacturer_edition_edition_unique", properties: ["edition"] }],
  properties: {
    id: p.uuid().primary(),
    edition: p.integer(),
    source: p.text(),
    /** Names the facts that come with the build that wrote it. */
    carried: p.string(),
    products: p.integer(),
    versions: p.integer(),
    importedAt: instant(),
  },
});
export type ManufacturerEdition = InferEntity<typeof ManufacturerEdition>;
