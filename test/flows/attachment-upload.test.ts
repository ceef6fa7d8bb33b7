import { connect } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUDGETS } from "../../api/partners/limits/constants.ts";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { CookieClient } from "../support/cookie-client.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { keysOf } from "../support/keys.ts";
import { sendRaw } from "../support/raw-http.ts";
import { staffOf } from "../support/staff.ts";
import { PNG, uploadAll } from "../support/upload.ts";

let desk: TestDesk;
let owner: pg.Client;
beforeAll(async () => {
  desk = await startDesk({ worker: false });
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await desk?.close();
});
const kept = async () => (await owner.query("select count(*)::int as n from attachment")).rows[0].n as number;
const MOST = 10_485_760;

describe("what a file is, is found in it", () => {
  test.each([
    ["a picture", "picture.txt", PNG, "image/png"],
    ["a page of HTML that is called a picture", "cat.png", "<!doctype html><script>alert(1)</script>", "text/plain"],
    ["an SVG", "logo.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "text/plain"],
    ["what nobody knows", "data.png", Buffer.from([1, 2, 3, 0, 255]), "application/octet-stream"],
  ])("%s", async (_what, name, bytes, contentType) => {
    const { status, attachment } = await uploadAll(desk, "requester", [[name, bytes]]);
    expect(status).toBe(201);
    expect(attachment).toEqual({
      id: expect.stringMatching(/^att_/),
      name,
      size: Buffer.byteLength(bytes),
      contentType,
    });
  });

  test("folders and tricks are taken out of its name", async () => {
    const { attachment } = await uploadAll(desk, "requester", [["..\\..\\in\u202Egpj.exe", "MZ"]]);
    expect(attachment?.name).toBe("ingpj.exe");
  });
});

describe("a file is taken up to its limit", () => {
  test("to the byte", async () => {
    const { status, attachment } = await uploadAll(desk, "technician", [["full.bin", Buffer.alloc(MOST)]]);
    expect([status, attachment?.size]).toEqual([201, MOST]);
  });

  test("and not one byte larger, whatever it says of its size, with the limit in the error", async () => {
    const before = await kept();
    const { status, error } = await uploadAll(desk, "technician", [["more.bin", Buffer.alloc(MOST + 1)]]);
    expect(status).toBe(413);
    expect(error?.extensions).toMatchObject({ code: "BAD_REQUEST", limit: { name: "fileBytes", maximum: MOST } });
    expect(error?.message).toMatch(/at most 10 MB/);
    const head = `POST /attachments HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${desk.tokens.technician}\r\ncontent-type: multipart/form-data; boundary=b\r\n`;
    const said = await sendRaw(desk.origin, `${head}content-length: 999999999\r\n\r\n--b\r\n`);
    expect([said.status, JSON.parse(said.body).errors[0].extensions.limit.name]).toEqual([413, "fileBytes"]);
    expect(await kept()).toBe(before);
  });
});

describe("nothing is left of", () => {
  const part = (name: string) => `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  const head = (length: number, type = "multipart/form-data; boundary=b") =>
    `POST /attachments HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: Bearer ${desk.tokens.partner}\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\n\r\n`;

  test("an upload whose line broke, and its place is free again", async () => {
    const before = await kept();
    const { hostname, port } = new URL(desk.origin);
    for (let n = 0; n < 8; n++)
      await new Promise<void>((done) => {
        const socket = connect(Number(port), hostname, () =>
          socket.write(`${head(5_000_000)}${part("half.bin")}${"x".repeat(100_000)}`, () => socket.destroy()),
        );
        socket.on("close", () => done());
        socket.on("error", () => {});
      });
    await eventually(
      async () => (await uploadAll(desk, "partner", [["whole.txt", "whole"]])).status,
      (status) => status === 201,
    );
    expect(await kept()).toBe(before + 1);
  });

  test("a form that ends before its end, is empty, has no file, has two, or is none", async () => {
    const before = await kept();
    const send = async (body: string, type?: string) => {
      const { status, body: said } = await sendRaw(desk.origin, head(Buffer.byteLength(body), type) + body);
      return [status, JSON.parse(said).errors[0].extensions.code];
    };
    expect(await send(`${part("cut.txt")}cut off`)).toEqual([400, "BAD_REQUEST"]);
    expect(await send(`${part("empty.txt")}\r\n--b--\r\n`)).toEqual([400, "BAD_REQUEST"]);
    expect(await send("--b--\r\n")).toEqual([400, "BAD_REQUEST"]);
    expect(await send('--b\r\ncontent-disposition: form-data; name="note"\r\n\r\nhello\r\n--b--\r\n')).toEqual([
      400,
      "BAD_REQUEST",
    ]);
    expect(await send(`${part("a")}a\r\n${part("b")}b\r\n--b--\r\n`)).toEqual([400, "BAD_REQUEST"]);
    expect(await send("x", "multipart/form-data")).toEqual([400, "BAD_REQUEST"]);
    expect(await send("{}", "application/json")).toEqual([415, "BAD_REQUEST"]);
    expect(await send("", "multipart/form-data; boundary=b")).toEqual([400, "BAD_REQUEST"]);
    expect(await kept()).toBe(before);
  });
});

describe("who may upload", () => {
  test("is who may write: requesters, staff and keys with the scope; nobody else", async () => {
    for (const who of ["requester", "technician", "manager", "partner"] as const)
      expect((await uploadAll(desk, who, [["a.png", PNG]])).status, who).toBe(201);
    for (const who of ["wall", "monitoring"] as const) {
      const { status, error } = await uploadAll(desk, who, [["a.png", PNG]]);
      expect([status, error?.extensions["code"]], who).toEqual([403, "FORBIDDEN"]);
    }
    const { secret } = await keysOf(desk).create({ name: "Reads only", scopes: ["tickets:read"] });
    const reader = { ...desk, tokens: { ...desk.tokens, partner: secret } };
    const { error } = await uploadAll(reader, "partner", [["a.png", PNG]]);
    expect(error?.extensions["requiredScope"]).toBe("tickets:write");
    const nobody = await uploadAll(desk, "partner", [["a.png", PNG]], { authorization: "Bearer nobody" });
    expect([nobody.status, nobody.error?.extensions["code"]]).toEqual([401, "UNAUTHENTICATED"]);
    expect(nobody.headers.get("www-authenticate")).toBe("Bearer");
    const large = [["large.bin", Buffer.alloc(8_000_000)]] as const;
    const heard = await uploadAll(desk, "partner", large, { authorization: "Bearer nobody" });
    expect(heard.status, "also by whoever was still sending").toBe(401);
  });

  test("a session counts from the desk's own pages only, and not where nothing says so", async () => {
    const staff = staffOf(desk);
    const contactId = toGlobalId("Contact", desk.cast.requester.id);
    const browser = new CookieClient(desk.origin);
    const { path } = await staff.must("createSignInLink", { contactId }, "path");
    await browser.post("/sign-in/link/use", { link: staff.linkOf(path) });
    const send = (headers: Record<string, string>) => {
      const form = new FormData();
      form.append("file", new Blob([PNG as never]), "a.png");
      return browser.fetch("/attachments", { method: "POST", body: form, headers });
    };
    expect(browser.cookie, "signed in").not.toBe("");
    expect((await send({ origin: desk.origin })).status).toBe(201);
    expect((await send({ origin: "https://evil.example" })).status).toBe(403);
    expect((await send({ "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await send({})).status).toBe(400);
  });
});

describe("what somebody may upload", () => {
  test("is bounded by what waits to be attached", async () => {
    await owner.query("update attachment set size = 104857600 where uploaded_by = $1", [desk.cast.requester.id]);
    const { status, error, headers } = await uploadAll(desk, "requester", [["one.txt", "one"]]);
    expect(status).toBe(429);
    expect(error?.extensions).toMatchObject({ code: "RATE_LIMITED", limit: { name: "unattachedBytes" } });
    expect(headers.get("retry-after")).toBe("3600");
    expect((await uploadAll(desk, "technician", [["one.txt", "one"]])).status, "another's is another's").toBe(201);
  });

  test("and by a key's budget: bytes cost points, and it is told when to come back", async () => {
    const real = await startDesk({ worker: false, budgets: BUDGETS });
    try {
      const large = Buffer.alloc(MOST);
      let last = await uploadAll(real, "partner", [["large.bin", large]]);
      for (let n = 0; n < 12 && last.status === 201; n++)
        last = await uploadAll(real, "partner", [["large.bin", large]]);
      expect(last.status).toBe(429);
      expect(last.error?.extensions["code"]).toBe("RATE_LIMITED");
      expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    } finally {
      await real.close();
    }
  });
});
