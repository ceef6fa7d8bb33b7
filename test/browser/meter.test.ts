import { expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { startDesk } from "../support/desk.ts";
import { allowImmediate } from "../support/immediate.ts";
import { verbsOn } from "../support/verbs.ts";

/** Within the minute after which a session without a heartbeat ends. */
const BEAT = 50;
const BEGIN = Date.parse("2026-11-30T15:00:00Z");

test("a technician is told once that five remote minutes are left, and once that none is", async () => {
  const [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
  const on = verbsOn(desk);
  await allowImmediate(desk);
  const ticket = await on.open({ facts: { kindOfWork: "TROUBLESHOOTING" } });
  const start = `mutation($i: StartSessionInput!) { done: startSession(input: $i) { session { id } userErrors { message } } }`;
  const { done } = await on.ask("technician", start, { i: { ticketId: ticket.id, consentBy: "Robin Requester" } });
  expect(done.userErrors).toEqual([]);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${desk.origin}/t/${ticket.number}#token=${desk.tokens.technician}`);
  await page.getByText("Today, of 30 min").waitFor();
  let at = 0;
  /** The session is kept alive on the way; the page hears of it by what is written. */
  const until = async (end: number) => {
    while (at < end) {
      at += BEAT;
      await desk.travel(new Date(BEGIN + at * 1_000).toISOString().replace(".000Z", "Z"));
      await on.ask("technician", "mutation($i: HeartbeatInput!) { heartbeat(input: $i) { userErrors { code } } }", {
        i: { sessionId: done.session.id },
      });
    }
    await on.done("manager", "addNote", { ticketId: ticket.id, body: `After ${at} seconds` });
    await page.getByText(`After ${at} seconds`).waitFor();
  };
  await until(1_450);
  expect(await page.getByText(/remote minutes/).count()).toBe(0);
  await until(1_500);
  await page.getByText("5 of today's 30 remote minutes are left.").waitFor();
  await until(1_800);
  await page.getByText("The 30 remote minutes of today are used up. Your session is not cut off.").waitFor();
  await browser.close();
  await desk.close();
});
