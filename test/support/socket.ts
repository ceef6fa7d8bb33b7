import type { Tokens } from "../../api/app/sign-ins.ts";
import type { TestDesk } from "./desk.ts";
import { eventually } from "./eventually.ts";

/** One open subscription: all messages so far, in the order in which they came. */
export type Subscription<T> = {
  readonly messages: readonly T[];
  /** The first message that satisfies, among those already here or still to come. */
  until(satisfies: (message: T) => boolean, withinMs?: number): Promise<T>;
  close(): void;
};

/** Subscribes as somebody, in the graphql-transport-ws protocol spoken by hand over the runtime's own WebSocket. */
export async function subscribe<T = any>(
  desk: Pick<TestDesk, "wsUrl" | "tokens">,
  who: keyof Tokens,
  query: string,
  variables: object = {},
): Promise<Subscription<T>> {
  const socket = new WebSocket(desk.wsUrl, "graphql-transport-ws");
  const messages: T[] = [];
  const faults: unknown[] = [];
  const send = (message: object) => socket.send(JSON.stringify(message));
  socket.addEventListener("open", () =>
    send({ type: "connection_init", payload: { authorization: `Bearer ${desk.tokens[who]}` } }),
  );
  let acknowledged = false;
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(data as string);
    if (message.type === "connection_ack") {
      acknowledged = true;
      send({ id: "1", type: "subscribe", payload: { query, variables } });
    } else if (message.type === "ping") send({ type: "pong" });
    else if (message.type === "next" && !message.payload.errors) messages.push(message.payload.data);
    else if (message.type !== "pong") faults.push(message.payload ?? message);
  });
  socket.addEventListener("close", ({ code, reason }) => faults.push({ code, reason }));
  const whole = () => {
    if (faults.length > 0) throw new Error(`the subscription failed: ${JSON.stringify(faults)}`);
  };
  await eventually(
    () => acknowledged,
    (up) => {
      whole();
      return up;
    },
  );
  return {
    messages,
    until: async (satisfies, withinMs) =>
      (await eventually(
        () => messages.find(satisfies),
        (found) => {
          whole();
          return found !== undefined;
        },
        withinMs,
      )) as T,
    close: () => socket.close(),
  };
}

/** One operation over a socket of its own: its one answer, as it came. */
export async function operate(
  desk: Pick<TestDesk, "wsUrl" | "tokens">,
  who: keyof Tokens,
  payload: { query: string; variables?: object; extensions?: object },
): Promise<{ data?: any; errors?: any[]; extensions?: object }> {
  const socket = new WebSocket(desk.wsUrl, "graphql-transport-ws");
  const send = (message: object) => socket.send(JSON.stringify(message));
  try {
    return await new Promise((done, fail) => {
      socket.addEventListener("open", () =>
        send({ type: "connection_init", payload: { authorization: `Bearer ${desk.tokens[who]}` } }),
      );
      socket.addEventListener("close", ({ code, reason }) => fail(new Error(`${code} ${reason}`)));
      socket.addEventListener("message", ({ data }) => {
        const message = JSON.parse(data as string);
        if (message.type === "connection_ack") send({ id: "1", type: "subscribe", payload });
        else if (message.type === "next") done(message.payload);
        else if (message.type === "error") done({ errors: message.payload });
      });
    });
  } finally {
    socket.close();
  }
}
