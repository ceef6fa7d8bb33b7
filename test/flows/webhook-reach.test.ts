import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postWebhook } from "../../api/partners/post-webhook.ts";
import { dispatchers, type Resolve } from "../../api/partners/webhook-dispatcher.ts";

let server: Server;
let port: number;
let connections = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    const { port: own } = server.address() as AddressInfo;
    response
      .writeHead(request.url === "/moved" ? 302 : 200, { location: `http://127.0.0.1:${own}/secret` })
      .end("a".repeat(9_000));
    if (request.url === "/secret") connections += 1_000;
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => new Promise((done) => server.close(done)));

const post = async (url: string, resolve: Resolve, allow: string[] = []) => {
  const ways = dispatchers(resolve);
  try {
    return await postWebhook({ url, headers: {}, body: "{}" }, ways, allow, 2_000);
  } finally {
    await ways.close();
  }
};
const to =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

describe("what a webhook's connection reaches", () => {
  test.each([
    ["this machine", to("127.0.0.1")],
    ["this machine by IPv6", to("::1")],
    ["this machine, mapped", to("::ffff:127.0.0.1")],
    ["the public network and this machine", to("93.184.215.14", "127.0.0.1")],
    ["a cloud's metadata", to("169.254.169.254")],
    ["nothing", to()],
  ])("a name that leads to %s is refused before anything is dialled", async (_where, resolve) => {
    connections = 0;
    const outcome = await post("https://hooks.acme.com:8443/in", resolve);
    expect(outcome).toMatchObject({ status: null, error: expect.stringMatching(/^TARGET_REFUSED/) });
    expect(connections).toBe(0);
  });

  test("an address written in the URL is refused when it is sent, too", async () => {
    connections = 0;
    for (const url of [`http://127.0.0.1:${port}/`, `https://2130706433:${port}/`, `https://[::1]:${port}/`])
      expect((await post(url, to("93.184.215.14"))).status).toBeNull();
    expect(connections).toBe(0);
  });

  test("a redirect is not followed, wherever it leads; of a long answer little is kept", async () => {
    connections = 0;
    const outcome = await post(`http://127.0.0.1:${port}/moved`, to(), [`127.0.0.1:${port}`]);
    expect(outcome).toMatchObject({ status: 302, error: "Redirects are not followed" });
    expect(outcome.excerpt).toHaveLength(1_024);
    expect(connections).toBe(1);
  });
});
