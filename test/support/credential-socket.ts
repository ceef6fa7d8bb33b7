import { eventually } from "./eventually.ts";

export type RawSocket = {
  /** The code it was closed with, or null while it is open. */
  closed(): number | null;
  close(): void;
};

/** A socket of the API, opened by a bearer token (or, without one, by the cookie of `headers`) and acknowledged, or closed. */
export async function openSocket(
  wsUrl: string,
  token: string | null,
  headers: Record<string, string> = {},
): Promise<RawSocket> {
  // what the runtime's own takes beside the standard: the headers of the upgrade
  const socket = new WebSocket(wsUrl, { protocols: ["graphql-transport-ws"], headers } as never);
  let code: number | null = null;
  let acknowledged = false;
  socket.addEventListener("close", (closed) => {
    code = closed.code;
  });
  const init = { type: "connection_init", ...(token && { payload: { authorization: `Bearer ${token}` } }) };
  socket.addEventListener("open", () => socket.send(JSON.stringify(init)));
  socket.addEventListener("message", ({ data }) => {
    const { type } = JSON.parse(String(data));
    if (type === "connection_ack") acknowledged = true;
    if (type === "ping") socket.send(JSON.stringify({ type: "pong" }));
  });
  await eventually(
    () => acknowledged || code !== null,
    (settled) => settled,
  );
  return { closed: () => code, close: () => socket.close() };
}
