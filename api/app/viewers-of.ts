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
  ["BOOKING", "Booking link"],
];

function rowOf(root: string, operation: string): string {
  const row = permissions[operation];
  const cells = columns.map(([kind]) => {
    if (!row?.viewers.includes(kind)) return "";
    return kind !== "PARTNER" ? "yes" : row.scope === null ? "any key" : `\`${row.scope}\``;
  });
  return `| [\`${operation}\`](../schema.graphql#${root}.${operation}) | ${cells.join(" | ")} |`;
}

/** The table of the guide on authentication: role by verb. */
export function viewerTable(schema: GraphQLSchema): string {
  const names = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map((type) =>
    Object.keys(type?.getFields() ?? {}).sort(),
  );
  const [queries = [], mutations = [], subscriptions = []] = names;
  const asked = [...new Set([...queries, ...subscriptions])].sort();
  const table = (title: string, rows: readonly string[]) =>
    [
      `| ${title} | ${columns.map(([, name]) => name).join(" | ")} |`,
      `|---|${columns.map(() => "---|").join("")}`,
      ...rows,
    ].join("\n");
  const rootOf = (name: string) => (queries.includes(name) ? "Query" : "Subscription");
  const askRows = asked.map((name) => rowOf(rootOf(name), name));
  const changeRows = mutations.map((name) => rowOf("Mutation", name));
  return `${table("To ask", askRows)}\n\n${table("To change", changeRows)}`;
}

const PLACE = /(<!-- viewers -->\n)[\s\S]*?(\n<!-- \/viewers -->)/;

/** The guide with its table as it must be. */
export const withViewerTable = (guide: string, schema: GraphQLSchema): string =>
  guide.replace(PLACE, (_whole, begin, end) => `${begin}\n${viewerTable(schema)}\n${end}`);
