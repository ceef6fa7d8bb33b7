import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { PNG, upload } from "../support/upload.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
beforeAll(async () => {
  desk = await startDesk({ worker: false });
  on = verbsOn(desk);
});
afterAll(() => desk?.close());

const attached = async (name: string, bytes: Buffer | string = PNG) => {
  const { id } = await on.open({ attachmentIds: [await upload(desk, "requester", name, bytes)] });
  return { ticketId: id as string, link: await linkOf(id) };
};
const linkOf = async (id: string) => (await on.look(id, "attachments { url }")).attachments[0].url as string;
const get = (link: string, init?: RequestInit) => fetch(`${desk.origin}${link}`, init);

describe("a link to a file", () => {
  test("needs no credential, and is a download under its own name of the type it is", async () => {
    const { link } = await attached("Störung “Büro”.png");
    const answer = await get(link);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true);
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({
      "content-type": "image/png",
      "content-length": String(PNG.length),
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["content-disposition"]).toMatch(
      /^attachment; filename="St.rung .B.ro.\.png"; filename\*=utf-8''St%C3%B6rung/i,
    );
    expect(headers["content-security-policy"]).toMatch(/^sandbox; default-src 'none'/);
    expect((await get(link, { method: "HEAD" })).headers.get("content-length")).toBe(String(PNG.length));
  });

  test("never lets a page or a script of somebody's run as ours", async () => {
    for (const [name, bytes] of [
      ["cat.png", "<!doctype html><script>alert(1)</script>"],
      ["logo.svg", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ] as const) {
      const { headers } = await get((await attached(name, bytes)).link);
      expect(headers.get("content-type")).toBe("text/plain; charset=utf-8");
      expect(headers.get("content-disposition")).toMatch(/^attachment; /);
    }
  });

  test("is good for minutes: as often as one likes, and then no more", async () => {
    const { ticketId, link } = await attached("minutes.png");
    expect(await linkOf(ticketId), "asked for twice, it is the same").toBe(link);
    await desk.travel("2026-11-30T15:04:59Z");
    expect([(await get(link)).status, (await get(link)).status]).toEqual([200, 200]);
    await desk.travel("2026-11-30T15:10:00Z");
    const over = await get(link);
    expect(over.status).toBe(410);
    expect((await over.json()).errors[0]).toMatchObject({
      message: expect.stringContaining("This link is over"),
      extensions: { code: "NOT_FOUND" },
    });
    expect((await get(await linkOf(ticketId))).status).toBe(200);
  });

  test("is for one file, until one instant: nothing of it can be changed", async () => {
    const [mine, other] = [await attached("mine.png"), await attached("other.png")];
    const [path, query] = mine.link.split("?") as [string, string];
    const [otherPath] = other.link.split("?") as [string, string];
    for (const forged of [
      `${otherPath}?${query}`,
      `${path}?${query.replace(/expires=\d+/, "expires=4000000000")}`,
      `${path}?${query.replace(/.$/, (c) => (c === "A" ? "Q" : "A"))}`,
      `${path}?${query.replace(/signature=.*/, "signature=")}`,
      path,
      `${path}?${query}&${query}`,
    ])
      expect((await get(forged)).status, forged).toBe(403);
    expect((await get("/attachments/att_nothing")).status).toBe(403);
  });
});
