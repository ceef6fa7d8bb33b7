import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  on = verbsOn(desk);
});
afterAll(() => desk.close());

const markup = '<img src=x onerror="alert(1)"><script>alert(2)</script> <b>bold</b> &amp; [link](javascript:alert(3))';

describe("what people write is plain text", () => {
  test("markup in a subject, a description and a message comes back letter by letter: nothing reads it as HTML", async () => {
    const { id } = await on.open({ subject: markup, description: markup });
    await on.done("technician", "reply", { ticketId: id, body: markup });
    const { subject, description } = await on.look(id, "subject description");
    expect([subject, description]).toEqual([markup, markup]);
    const bodies = (await on.story(id)).map((line: { body: string | null }) => line.body);
    expect(bodies).toContain(markup);
  });

  /** Pages of the docs: HTML that the build made of the repository's own guides and descriptions; nobody else writes there. */
  const MADE_BY_THE_BUILD = /^(lib|routes)\/docs\//;

  test("no part of the board turns text into HTML", () => {
    const root = new URL("../../board/src", import.meta.url).pathname;
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((f) =>
      /(?<!\.test)\.(svelte|ts)$/.test(f),
    );
    expect(files.length).toBeGreaterThan(50);
    for (const file of files.filter((f) => !MADE_BY_THE_BUILD.test(f)))
      expect(readFileSync(join(root, file), "utf8"), file).not.toMatch(
        /\{@html|innerHTML|outerHTML|insertAdjacentHTML|document\.write/,
      );
  });

  test("answers are JSON and say so, and no browser guesses otherwise", async () => {
    const response = await fetch(desk.url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${desk.tokens.manager}`, accept: "*/*" },
      body: JSON.stringify({ query: "{ tickets(first: 5) { edges { node { subject } } } }" }),
    });
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });
});

test("a cell of the report that a spreadsheet would run is written as text", async () => {
  const formula = '=HYPERLINK("https://evil.example","Open")';
  const { number } = await on.open({ subject: formula, affected: "ALL", workaround: false });
  await desk.travel("2026-12-02T15:00:00Z");
  const input = { from: "2026-11-01", until: "2027-01-01" };
  const { slaReport } = await on.ask("manager", "query($i: SlaReportInput!) { slaReport(input: $i) { csv } }", {
    i: input,
  });
  expect(number).toBeGreaterThan(0);
  for (const line of slaReport.csv.split("\r\n"))
    for (const cell of line.split(",")) expect(cell).not.toMatch(/^"?[=+@\t\r]/);
});
