import type { Context } from "../platform/context.ts";

export type TechnicianRow = { id: string; name: string };
export type TeamRow = { id: string; name: string };

const byId = <R extends { id: string }>(rows: R[]): Map<string, R> => new Map(rows.map((row) => [row.id, row]));

// Names of staff are shown to whoever sees the ticket they stand on, so these reads are the desk's own.
export const techniciansById = async (context: Context, ids: readonly string[]) =>
  byId(
    await context.house.readAsDesk<TechnicianRow>({
      name: "technicians-by-id",
      text: "select id, name from technician where id = any($1)",
      values: [ids],
    }),
  );

export const teamsById = async (context: Context, ids: readonly string[]) =>
  byId(
    await context.house.readAsDesk<TeamRow>({
      name: "teams-by-id",
      text: "select id, name from team where id = any($1)",
      values: [ids],
    }),
  );
