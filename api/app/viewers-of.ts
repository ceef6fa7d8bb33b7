import type { GraphQLSchema } from "graphql";
import { fieldScopes, permissions } from "../people/permissions.ts";
import type { ViewerKind } from "../platform/viewer.ts";

/** Who may use each operation, and which fields are behind a scope of their own: in the form in which the docs read it. */
export const viewersOf = () => ({ operations: permissions, fields: fieldScopes });

const columns: readonly [kind: ViewerKind, title: string][] = [
  ["PARTNER", "Partner"],
  ["REQUESTER", "Requester"],
  ["TECHNICIAN", "Technician"],
  ["MANAGER", "Manager"],
  ["MONITORING", "Monitoring"],
  ["WALL", "Wall"],
];

function rowOf(operation: string): string {
  const row = permissions[operation];
  const cells = columns.map(([kind]) => {
    if (!row?.viewers.includes(kind)) return "";
    return kind !== "PARTNER" ? "yes" : row.scope === null ? "any key" : `\`${row.scope}\``;
  });
  return `| \`${operation}\` | ${cells.join(" | ")} |`;
}

/** The table of the guide on authentication: role by verb. */
export function viewerTable(schema: GraphQLSchema): string {
  const names = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map((type) =>
    Object.keys(type?.getFields() ?? {}).sort(),
  );
  const [queries = [], mutations = [], subscriptions = []] = names;
  const asked = [...new Set([...queries, ...subscriptions])].sort();
  const table = (title: string, operations: readonly string[]) =>
    [
      `| ${title} | ${columns.map(([, name]) => name).join(" | ")} |`,
      `|---|${columns.map(() => "---|").join("")}`,
      ...operations.map(rowOf),
    ].join("\n");
  return `${table("To ask, and to subscribe", asked)}\n\n${table("To change", mutations)}`;
}

const PLACE = /(<!-- viewers -->\n)[\s\S]*?(\n<!-- \/viewers -->)/;

/** The guide with its table as it must be. */
export const withViewerTable = (guide: string, schema: GraphQLSchema): string =>
  guide.replace(PLACE, (_whole, begin, end) => `${begin}\n${viewerTable(schema)}\n${end}`);
