import { expect, test } from "vitest";
import { isPicture, pastedName, sizeWords } from "./size-words.ts";

test.each([
  [1, "1 byte"],
  [640, "640 bytes"],
  [1_024, "1 KB"],
  [12_700, "12 KB"],
  [3_565_158, "3.4 MB"],
  [10_485_760, "10 MB"],
  [52_428_800, "50 MB"],
])("%i bytes are said as %s", (bytes, said) => {
  expect(sizeWords(bytes)).toBe(said);
});

test("what was pasted has a name to be told apart by", () => {
  expect(pastedName("image.png", [])).toBe("Screenshot.png");
  expect(pastedName("image.png", ["Screenshot.png"])).toBe("Screenshot 2.png");
  expect(pastedName("invoice.pdf", ["invoice.pdf"])).toBe("invoice.pdf");
});

test("pages show pictures and nothing that could hold a script", () => {
  expect(isPicture("image/png")).toBe(true);
  expect([isPicture("image/svg+xml"), isPicture("text/plain"), isPicture("text/html")]).toEqual([false, false, false]);
});
