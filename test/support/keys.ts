import { toGlobalId } from "../../api/platform/global-id.ts";
import type { Answer, TestDesk } from "./desk.ts";

/** One request with a bearer token: its HTTP status and what it answered. */
export async function ask<T = any>(url: string, token: string, query: string, variables?: object) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Answer<T>) };
}

export const KEY =
  "id prefix name kind scopes state createdAt createdBy expiresAt lastUsedAt revokedAt replacedBy { id }";

/** Keys as a manager of a desk handles them; what is refused is thrown. */
export const keysOf = (desk: TestDesk) => {
  const partnerId = toGlobalId("Partner", desk.cast.partner.id);
  const act = async (name: string, input: object, answer: string, who: keyof TestDesk["tokens"] = "manager") => {
    const Name = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const { data, errors } = await desk.gql(
      who,
      `mutation($input: ${Name}Input!) { did: ${name}(input: $input) { ${answer} userErrors { code field message } } }`,
      { input },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.did;
  };
  const must = async (...args: Parameters<typeof act>) => {
    const did = await act(...args);
    if (did.userErrors.length > 0) throw new Error(JSON.stringify(did.userErrors));
    return did;
  };
  const create = (more: object = {}): Promise<{ apiKey: any; secret: string }> =>
    must("createApiKey", { partnerId, name: "PSA", scopes: ["tickets:read"], ...more }, `secret apiKey { ${KEY} }`);
  const list = async (who: keyof TestDesk["tokens"] = "manager", ended = true) => {
    const query = `query($e: Boolean!) { apiKeys(first: 100, ended: $e) { edges { node { ${KEY} } } } }`;
    const { data } = await desk.gql(who, query, { e: ended });
    return data.apiKeys.edges.map((e: { node: object }) => e.node) as any[];
  };
  return { partnerId, act, must, create, list };
};
