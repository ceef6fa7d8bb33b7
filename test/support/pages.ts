import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { offences } from "./axe.ts";
import type { TestDesk } from "./desk.ts";

export const shots = new URL("../browser/shots/", import.meta.url).pathname;
const sizes = { small: { width: 1280, height: 800 }, large: { width: 1920, height: 1080 } };
const themes = ["dark", "light"] as const;
type Looks = { theme?: (typeof themes)[number]; size?: keyof typeof sizes };

/** Pages of a desk in a browser: opened, and looked at in both themes and sizes. */
export function pagesOf(desk: Pick<TestDesk, "origin" | "tokens">, browser: Browser) {
  mkdirSync(shots, { recursive: true });

  /** In a browser of its own: what is kept there is kept for this page alone. `prepare` comes before it is loaded. */
  const open = async (
    path: string,
    who: keyof TestDesk["tokens"],
    { theme = "dark", size = "small" }: Looks = {},
    prepare: (page: Page) => Promise<unknown> = async () => {},
  ): Promise<Page> => {
    const context = await browser.newContext({ viewport: sizes[size], colorScheme: theme });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await prepare(page);
    await page.goto(`${desk.origin}${path}#token=${desk.tokens[who]}`);
    return page;
  };

  /** Leaves the page's pictures, and finds that it keeps nobody out and throws nothing. */
  const seen = async (
    name: string,
    path: string,
    who: keyof TestDesk["tokens"],
    ready: (page: Page) => Promise<unknown>,
  ) => {
    for (const theme of themes)
      for (const size of ["small", "large"] as const) {
        const errors: string[] = [];
        const page = await open(path, who, { theme, size }, async (fresh) =>
          fresh.on("pageerror", (error) => errors.push(error.message)),
        );
        await ready(page);
        await page.screenshot({ path: `${shots}${name}-${theme}-${size}.png`, fullPage: true });
        expect(errors).toEqual([]);
        expect(await offences(page)).toEqual([]);
        await page.context().close();
      }
  };
  return { open, seen };
}
