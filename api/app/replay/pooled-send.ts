import { Pool } from "undici";
import type { Send } from "../../../schema/sdk/send.ts";

/** Requests over a few kept connections: a replay makes a hundred thousand of them. */
export function pooledSend(url: string, connections: number): { send: Send; close(): Promise<void> } {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  return {
    send: async (_url, { headers, body }) => {
      const response = await pool.request({ path: pathname, method: "POST", headers, body });
      const retryAfter = response.headers["retry-after"];
      return {
        status: response.statusCode,
        headers: { "retry-after": String(retryAfter ?? "1") },
        text: await response.body.text(),
      };
    },
    close: () => pool.close(),
  };
}
