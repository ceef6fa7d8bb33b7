import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { staffOnly } from "./tenancy.ts";

/** Random secrets of this desk by which it knows its own links again. Made with the database, and read by no scoped login. */
export const SigningKey = defineEntity({
  name: "SigningKey",
  ...staffOnly("signing_key"),
  properties: { name: p.string().primary(), secret: p.string() },
});
export type SigningKey = InferEntity<typeof SigningKey>;
