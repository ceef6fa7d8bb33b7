import { permissions } from "../people/permissions.ts";

/** Who may use each operation, in the form in which the docs read it. */
export const viewersOf = () =>
  Object.fromEntries(Object.entries(permissions).map(([operation, viewers]) => [operation, { viewers, scope: null }]));
