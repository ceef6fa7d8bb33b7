import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ worker: false });
});
afterAll(() => desk.close());

const get = (path: string, headers: Record<string, string> = { accept: "text/html" }) =>
  fetch(`${desk.origin}${path}`, { headers });

describe("the docs are served to everybody, as pages that need no script", () => {
  test.each([
    ["/docs", "Build on Watchdesk"],
    ["/docs/", "Build on Watchdesk"],
    ["/docs/paging", "Walk a list"],
    ["/docs/authentication", "Who may do what"],
    ["/docs/reference", "Every operation, type, field"],
    ["/docs/reference/mutations/createTicket", "How many users cannot work"],
    ["/docs/reference/objects/Ticket", "A request for support"],
    ["/docs/reference/subscriptions/changes", "A heartbeat every 5 s"],
  ])("%s", async (path, words) => {
    const response = await get(path);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(html).toContain(words);
    const policy = response.headers.get("content-security-policy") ?? "";
    const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map((m) => m[1] as string);
    const refused = inline.filter((t) => !policy.includes(createHash("sha256").update(t).digest("base64")));
    expect(inline.length).toBeGreaterThan(0);
    expect(refused, "its own scripts run under the policy").toEqual([]);
  });

  test("compressed where that is taken, and asked for anew each time", async () => {
    const { headers } = await get("/docs/sync", { accept: "text/html", "accept-encoding": "br" });
    expect(headers.get("content-encoding")).toBe("br");
    expect(headers.get("cache-control")).toBe("no-cache");
  });

  test("as Markdown and as the contract, for programs", async () => {
    const guide = await get("/docs/paging.md", {});
    expect(await guide.text()).toMatch(/^# Paging and filters/);
    const contract = await get("/docs/schema.graphql", {});
    expect(contract.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await contract.text()).toContain("type Ticket implements Node");
  });
});
