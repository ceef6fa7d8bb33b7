import { WebSocket } from "ws";
import type { Tokens } from "../../api/app/sign-ins.ts";
import type { TestDesk } from "./desk.ts";

type Message = { id?: string; type: string; payload?: any };
export type Talk = {
  readonly ws: WebSocket;
  readonly messages: readonly Message[];
  send(message: object | string): void;
  /** The next message that satisfies, of those that come from now on or are here already. */
  next(satisfies?: (message: Message) => boolean): Promise<Message>;
  /** Runs one operation; answers its first message. */
  run(query: string, variables?: object, more?: object): Promise<Message & { payload: any }>;
  readonly closed: Promise<{ code: number; reason: string }>;
  close(): void;
};

/** A socket of which the test says every word. */
export function open(
  desk: Pick<TestDesk, "wsUrl">,
  protocol: string | undefined = "graphql-transport-ws",
  headers = {},
): Talk {
  const ws = new WebSocket(desk.wsUrl, protocol || undefined, { headers });
  const messages: Message[] = [];
  const waiting = new Set<() => void>();
  ws.on("message", (data) => {
    messages.push(JSON.parse(String(data)));
    for (const wake of waiting) wake();
  });
  const closed = new Promise<{ code: number; reason: string }>((done) =>
    ws.once("close", (code, reason) => {
      done({ code, reason: String(reason) });
      for (const wake of waiting) wake();
    }),
  );
  ws.on("error", () => {});
  const isOpen = new Promise<void>((done) => ws.once("open", done).once("close", () => done()));
  let taken = 0;
  const next = async (satisfies: (message: Message) => boolean = () => true): Promise<Message> => {
    for (;;) {
      const at = messages.findIndex((m, i) => i >= taken && satisfies(m));
      if (at >= 0) {
        taken = at + 1;
        return messages[at] as Message;
      }
      if (ws.readyState >= WebSocket.CLOSING) throw new Error(`the socket closed: ${JSON.stringify(await closed)}`);
      await new Promise<void>((wake) => {
        const woken = () => {
          waiting.delete(woken);
          wake();
        };
        waiting.add(woken);
      });
    }
  };
  let ids = 0;
  const send = (message: object | string) =>
    void isOpen.then(
      () =>
        ws.readyState === WebSocket.OPEN && ws.send(typeof message === "string" ? message : JSON.stringify(message)),
    );
  return {
    ws,
    messages,
    send,
    next,
    closed,
    run: async (query, variables = {}, more = {}) => {
      const id = String(++ids);
      send({ id, type: "subscribe", payload: { query, variables, ...more } });
      return next((m) => m.id === id) as Promise<Message & { payload: any }>;
    },
    close: () => ws.close(),
  };
}

/** An open socket of somebody who has said who they are. */
export async function talk(desk: TestDesk, who: keyof Tokens): Promise<Talk> {
  const socket = open(desk);
  socket.send({ type: "connection_init", payload: { authorization: `Bearer ${desk.tokens[who]}` } });
  await socket.next((m) => m.type === "connection_ack");
  return socket;
}
