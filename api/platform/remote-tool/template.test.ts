import { describe, expect, test } from "vitest";
import type { JoinRequest } from "./remote-tool.ts";
import { templateFault, templateTool } from "./template.ts";

const request: JoinRequest = {
  sessionId: "0190-s",
  ticketNumber: 4711,
  technician: "Åsa & Co",
  client: "North/South",
  device: { name: "FRONT DESK", accessId: null },
  minutes: 30,
};

describe("a template", () => {
  test.each([
    [
      "https://tool.example/c/{device}?as={technician}&for={client}",
      "https://tool.example/c/FRONT%20DESK?as=%C3%85sa%20%26%20Co&for=North%2FSouth",
    ],
    ["anydesk:{device}", "anydesk:FRONT%20DESK"],
    ["rustdesk://{device}", "rustdesk://FRONT%20DESK"],
    ["https://meet.example/{session}/{ticket}", "https://meet.example/0190-s/4711"],
    ["https://tool.example/", "https://tool.example/"],
  ])("%s becomes %s", async (template, url) => {
    expect(templateFault(template)).toBeNull();
    expect(await templateTool(template).make(request)).toEqual({ kind: "MADE", url, ref: null, note: null });
  });

  test("says how the tool knows the machine, before how the client calls it", async () => {
    const known = { ...request, device: { name: "FRONT DESK", accessId: "123 456 789" } };
    expect(await templateTool("anydesk:{device}").make(known)).toMatchObject({ url: "anydesk:123%20456%20789" });
  });

  test("that names a machine makes no address for a ticket without one, and one that does not does", async () => {
    const without = { ...request, device: null };
    expect(await templateTool("anydesk:{device}").make(without)).toMatchObject({
      kind: "REFUSED",
      reason: expect.stringContaining("names no device"),
    });
    expect(await templateTool("https://meet.example/{session}").make(without)).toMatchObject({ kind: "MADE" });
  });

  test.each([
    "javascript:alert({device})",
    "JavaScript:alert(1)",
    "data:text/html,{client}",
    "file:///{device}",
    "tool.example/{device}",
    "https://tool.example/{devices}",
    "https://tool.example/{}",
    "https://tool.example/{device",
    "https://tool.example/a b",
    "{device}",
    "",
  ])("%j is refused with what there is", (template) => {
    expect(templateFault(template)).toContain("{device}, {client}, {ticket}, {session}, {technician}");
  });
});
