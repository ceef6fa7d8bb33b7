import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { ownedByPartner } from "../platform/tenancy.ts";

/** Minutes of remote service used by a client on one day of its own calendar. A sum that its sessions reproduce. */
export const FairUseDay = defineEntity({
  name: "FairUseDay",
  ...ownedByPartner("fair_use_day"),
  properties: {
    partnerId: p.uuid().primary(),
    clientId: p.uuid().primary(),
    date: p.string().length(10).primary(),
    usedSeconds: p.integer(),
  },
});
export type FairUseDay = InferEntity<typeof FairUseDay>;
