import { query, type ResultOf } from "../gql.ts";
import { ClientNames } from "./documents.ts";

export type ClientName = { readonly id: string; readonly name: string };

/** All clients' names, page after page. */
export async function readClientNames(): Promise<readonly ClientName[]> {
  const names: ClientName[] = [];
  let after: string | null = null;
  do {
    const { clients }: ResultOf<typeof ClientNames> = await query(ClientNames, { after });
    names.push(...clients.edges.map(({ node }) => node));
    after = clients.pageInfo.hasNextPage ? (clients.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return names.sort((a, b) => a.name.localeCompare(b.name));
}
