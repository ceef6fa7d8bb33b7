import type { Page } from "playwright-core";

/** Relative luminance at points of what a page looks like, emulated eyes included. */
export async function colourAt(page: Page, points: readonly { x: number; y: number }[]): Promise<number[]> {
  const shot = `data:image/png;base64,${(await page.screenshot()).toString("base64")}`;
  const reader = await page.context().newPage();
  const colours = await reader.evaluate(
    async ([url, at]) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      const brush = canvas.getContext("2d") as CanvasRenderingContext2D;
      brush.drawImage(image, 0, 0);
      return at.map(({ x, y }) => [...brush.getImageData(Math.round(x), Math.round(y), 1, 1).data]);
    },
    [shot, points] as const,
  );
  await reader.close();
  return colours.map(luminance);
}

function luminance(colour: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** As WCAG reckons it, between two luminances. */
export const contrast = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
