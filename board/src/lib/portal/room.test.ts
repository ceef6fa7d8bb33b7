import { expect, test } from "vitest";
import { portalPage } from "./room.ts";

test.each([
  ["/", "/portal"],
  ["/board", "/portal"],
  ["/t/4790", "/portal/t/4790"],
  ["/t/new", "/portal/new"],
  ["/admin/plans", "/portal"],
  ["/sign-in", null],
  ["/reports/tickets", null],
])("a requester who opens %s is led to %s", (path, goes) => {
  expect(portalPage(path)).toBe(goes);
});
