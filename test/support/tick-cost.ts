import type { Page } from "playwright-core";

const OURS = ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];

/**
 * Milliseconds that a second costs a page whose clock the test moves, on a processor that is so many times slower:
 * script, style and layout by the browser's own account, in its thread's own time, which other processes do not lengthen.
 * What moving the clock costs is in it. Of so many, the cost that a quarter stays under: those that nothing disturbed.
 */
export async function costOfTick(page: Page, ticks: number, slower: number): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const spent = async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return metrics.filter(({ name }) => OURS.includes(name)).reduce((sum, { value }) => sum + value * 1_000, 0);
  };
  const drawn = () => page.evaluate(() => void document.body.getBoundingClientRect());
  await drawn();
  const costs: number[] = [];
  let before = await spent();
  for (let tick = 0; tick < ticks; tick += 1) {
    await page.clock.runFor(1_000);
    await drawn();
    const after = await spent();
    costs.push(after - before);
    before = after;
  }
  await cdp.detach();
  return costs.sort((a, b) => a - b)[Math.floor(ticks / 4)] as number;
}
