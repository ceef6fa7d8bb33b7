import { expect, test } from "vitest";
import { nextPage } from "./next-page.ts";

test.each([
  ["/board", "/board"],
  ["/reports?from=2026-11-01&by=client", "/reports?from=2026-11-01&by=client"],
  ["/", null],
  ["/sign-in?next=/board", null],
  ["//evil.example", null],
  ["/\\evil.example", null],
  ["https://evil.example", null],
  [null, null],
])("after the door, %s leads to %s", (asked, goes) => {
  expect(nextPage(asked)).toBe(goes);
});
