import { Pool } from "undici";

export type Who = { readonly noisy: string; readonly quiet: string; readonly manager: string };
type Cost = { requested: number; actual: number };
export type Asked = { status: number; ms: number; data: any; cost: Cost; bytes: number };

export const CREATE =
  "mutation($i: CreateTicketInput!) { createTicket(input: $i) { ticket { id } userErrors { code } } }";

/** Asks a desk over kept connections, by the tokens of the measured. */
export function askAt(origin: string, who: Who) {
  const pool = new Pool(origin, { connections: 32 });
  const ask = async (as: keyof Who, query: string, variables: object = {}): Promise<Asked> => {
    const began = performance.now();
    const { statusCode, body } = await pool.request({
      path: "/graphql",
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${who[as]}` },
      body: JSON.stringify({ query, variables }),
    });
    const text = await body.text();
    const ms = performance.now() - began;
    const { data, extensions } = JSON.parse(text);
    return { status: statusCode, ms, data, cost: extensions.cost, bytes: text.length };
  };
  return { ask, close: () => pool.close() };
}
