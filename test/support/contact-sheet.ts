import type { Browser } from "playwright-core";

export type Picture = { readonly name: string; readonly png: Buffer };

/** Lays pictures out beside one another, four in a row, each with its name, and writes them down as one. */
export async function contactSheet(browser: Browser, pictures: readonly Picture[], file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 2600, height: 1400 } });
  const cells = pictures.map(
    ({ name, png }) =>
      `<figure><img src="data:image/png;base64,${png.toString("base64")}"><figcaption>${name}</figcaption></figure>`,
  );
  await page.setContent(`<style>
    body { margin: 20px; background: #777; display: grid; grid-template-columns: repeat(4, 1fr); gap: 20px; font: 20px sans-serif; color: #fff }
    figure { margin: 0 } img { width: 100%; display: block }</style>${cells.join("")}`);
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}
