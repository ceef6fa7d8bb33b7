import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { instant } from "../platform/columns.ts";
import { staffOnly } from "../platform/tenancy.ts";

/** A screen on a wall. Its passes change by themselves; it is the same screen. */
export const WallDevice = defineEntity({
  name: "WallDevice",
  ...staffOnly("wall_device"),
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    pairedBy: p.string(),
    createdAt: instant(),
    revokedAt: instant().strictNullable(),
  },
});
export type WallDevice = InferEntity<typeof WallDevice>;

/** A screen that asks to be let in: the code it shows, and a secret that only it knows. */
export const WallPairing = defineEntity({
  name: "WallPairing",
  ...staffOnly("wall_pairing"),
  indexes: [{ properties: ["code"] }],
  properties: {
    id: p.uuid().primary(),
    code: p.string().length(6),
    secretHash: p.string().length(64).unique(),
    /** From where it asked. */
    address: p.string().length(45),
    createdAt: instant(),
    expiresAt: instant(),
    deviceId: p.uuid().strictNullable(),
    claimedAt: instant().strictNullable(),
  },
});
export type WallPairing = InferEntity<typeof WallPairing>;
