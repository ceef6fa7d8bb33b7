import { forgottenByTheHour } from "../../platform/forget-records.job.ts";

/** Forgets what was uploaded and attached to nothing within a day. */
export const unattachedFiles = forgottenByTheHour({
  name: "unattached-files",
  table: "attachment",
  key: "id",
  until: "forget_at",
});
