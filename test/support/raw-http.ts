import { connect } from "node:net";

export type RawAnswer = { status: number; headers: Record<string, string>; body: string; ms: number };

/** Sends bytes as they are and reads what comes until the other end closes: for what no client library would send. */
export function sendRaw(origin: string, text: string, { pieces = [] as { afterMs: number; text: string }[] } = {}) {
  const { hostname, port } = new URL(origin);
  return new Promise<RawAnswer>((done, fail) => {
    const began = performance.now();
    const socket = connect(Number(port), hostname, () => socket.write(text));
    const timers = pieces.map((piece) => setTimeout(() => socket.writable && socket.write(piece.text), piece.afterMs));
    let read = "";
    socket.on("data", (d) => {
      read += d;
    });
    socket.on("error", fail);
    socket.on("close", () => {
      for (const timer of timers) clearTimeout(timer);
      const [head = "", body = ""] = read.split("\r\n\r\n");
      const [first = "", ...lines] = head.split("\r\n");
      const headers = Object.fromEntries(
        lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
      );
      done({ status: Number(first.split(" ")[1] ?? 0), headers, body, ms: performance.now() - began });
    });
  });
}
