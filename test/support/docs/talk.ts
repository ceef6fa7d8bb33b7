import { differences, type Names } from "./same.ts";

/** Says what a guide says over a socket, line by line, and compares what comes: `→` is sent, `←` must come. */
export async function talk(wsUrl: string, text: string, names: Names): Promise<string[]> {
  const socket = new WebSocket(wsUrl, "graphql-transport-ws");
  const came: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  const hear = (message: unknown) => {
    const next = waiting.shift();
    if (next) next(message);
    else came.push(message);
  };
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data));
    if (message.type === "ping") socket.send(JSON.stringify({ type: "pong" }));
    else hear(message);
  });
  socket.addEventListener("close", ({ code, reason }) => hear(`closed ${code} ${reason}`.trim()));
  await new Promise((open, fail) => {
    socket.addEventListener("open", open);
    socket.addEventListener("error", () => fail(new Error("the socket did not open")));
  });
  const next = () =>
    came.length > 0 ? Promise.resolve(came.shift()) : new Promise<unknown>((heard) => waiting.push(heard));
  const wrong: string[] = [];
  for (const line of text.split("\n").filter(Boolean)) {
    const said = line.slice(2);
    if (line.startsWith("→")) socket.send(names.toActual(said));
    else wrong.push(...differences(said.startsWith("{") ? JSON.parse(said) : said, await next(), names, ["socket"]));
  }
  socket.close();
  return wrong;
}
