import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

export type Share = { publicid: string; guestName: string; nodeid: string; p: number; consent: number; expire: number };
type Said = {
  action: string;
  responseid?: string;
  nodeid?: string;
  meshid?: string;
  id?: string;
  publicid?: string;
  guestname?: string;
  p?: number;
  consent?: number;
  expire?: number;
};
type Node = { _id: string; name: string; conn?: number };

/**
 * What MeshCentral 1.1 answers on its control channel to the few questions that the desk asks, word for word as the real one
 * was heard to (`npm run test:meshcentral` asks that): lists without the question's id, refusals under another action's name.
 */
export class MeshServer {
  readonly groups = new Map<string, { name: string; nodes: Node[] }>();
  shares: Share[] = [];
  readonly account = { user: "desk", password: "secret" };
  /** What is done, once, before the line breaks: whoever asked never hears of it. */
  breakAfter: string | null = null;
  /** Called with every question, before it is answered. */
  heard: (said: Said) => Promise<void> | void = () => {};
  #server: Server | null = null;
  #port = 0;
  #made = 0;

  async up(): Promise<void> {
    const server = createServer((_, response) => response.writeHead(404).end());
    const sockets = new WebSocketServer({ server, path: "/control.ashx" });
    sockets.on("connection", (socket, { headers }) => this.#greet(socket, String(headers["x-meshauth"])));
    await new Promise<void>((done) => server.listen(this.#port, "127.0.0.1", done));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
    server.on("close", () => {
      for (const socket of sockets.clients) socket.terminate();
    });
  }

  async down(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = null;
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    server.emit("close");
    await closed;
  }

  get settings() {
    return { kind: "MESHCENTRAL" as const, url: `http://127.0.0.1:${this.#port}/`, ...this.account, caFile: null };
  }

  #greet(socket: WebSocket, authorization: string): void {
    const { user, password } = this.account;
    const say = (message: object) => socket.send(JSON.stringify(message));
    const expected = [user, password].map((text) => Buffer.from(text).toString("base64")).join(",");
    if (authorization !== expected) {
      say({ action: "close", cause: "noauth", msg: "noauth-2d" });
      socket.close();
      return;
    }
    say({ action: "serverinfo", serverinfo: {} });
    say({ action: "userinfo", userinfo: { _id: `user//${user}`, name: user } });
    socket.on("message", async (data) => {
      const said = JSON.parse(String(data)) as Said;
      await this.heard(said);
      const answers = this.#answers(said);
      const broken = said.action === this.breakAfter;
      if (broken) this.breakAfter = null;
      if (broken) socket.terminate();
      else for (const answer of answers) say(answer);
    });
  }

  /** Does it, and what is said of it. */
  #answers(said: Said): object[] {
    const { action, responseid, nodeid = "" } = said;
    const known = [...this.groups].flatMap(([id, { nodes }]) => nodes.map((node) => ({ ...node, meshid: id })));
    const shares = this.shares.filter((share) => share.nodeid === nodeid);
    const onNode = known.some(({ _id }) => _id === nodeid);
    switch (action) {
      case "meshes":
        return [{ action, meshes: [...this.groups].map(([_id, { name }]) => ({ _id, name, type: "mesh" })) }];
      case "nodes": {
        const { meshid, id } = said;
        const found = known.filter((node) => (!meshid || node.meshid === meshid) && (!id || node._id === id));
        return [{ action, responseid, nodes: Object.groupBy(found, (node) => node.meshid) }];
      }
      case "deviceShares":
        if (onNode) return [{ action, nodeid, deviceShares: shares }];
        break;
      case "createDeviceShareLink":
        if (onNode) return [this.#share(said)];
        break;
      case "removeDeviceShare":
        if (onNode) return this.#unshare(said);
        break;
    }
    return [{ action: "deviceShares", responseid, result: "Invalid node id" }];
  }

  #share(said: Said): object {
    const publicid = `public-${++this.#made}`;
    const { nodeid = "", p = 0, consent = 0, expire = 0, guestname = "" } = said;
    this.shares.push({ publicid, guestName: guestname, nodeid, p, consent, expire });
    return { ...said, publicid, url: `https://mesh.example/sharing?c=${publicid}`, result: "OK" };
  }

  #unshare({ action, responseid, nodeid, publicid }: Said): object[] {
    const removed = this.shares.find((share) => share.publicid === publicid);
    this.shares = this.shares.filter((share) => share !== removed);
    return [
      { action, responseid, nodeid, publicid, removed: removed ?? null },
      { action, responseid, result: removed ? "OK" : "Invalid device share identifier." },
    ];
  }
}
