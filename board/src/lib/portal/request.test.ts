import { describe, expect, test } from "vitest";
import { emptyRequest, faultsOf, inputOf, questionsOf, type Request } from "./request.ts";

const laptop = {
  id: "dev_1",
  name: "Laptop 7",
  technology: { kind: "OPERATING_SYSTEM", product: "macOS", version: null },
};
const request = (said: Partial<Request>): Request => ({ ...emptyRequest, ...said });
const sent = (said: Partial<Request>) => inputOf(request(said), "cli_1", [laptop as never]);

describe("what is sent", () => {
  test("leaves out what nobody said", () => {
    expect(sent({ subject: " Mail is down " })).toEqual({
      ...{ clientId: "cli_1", subject: "Mail is down", description: null, channel: "PORTAL" },
      ...{ affected: null, workaround: null, deviceId: null, facts: null },
    });
  });
  test("says nothing of a workaround that is not asked for any more", () => {
    expect(sent({ affected: "ALL", workaround: "no" }).workaround).toBe(false);
    expect(sent({ affected: "ONE", workaround: "no" }).workaround).toBeNull();
  });
  test("takes a device as the desk knows it, and adds what was asked beside it", () => {
    expect(sent({ device: "dev_1", technology: "PRINTER" })).toMatchObject({ deviceId: "dev_1", facts: null });
    expect(sent({ device: "dev_1", version: "14.6" }).facts).toEqual({
      technology: { kind: "OPERATING_SYSTEM", product: "macOS", version: "14.6" },
    });
    expect(sent({ device: "other", technology: "PRINTER", kindOfWork: "HARDWARE_ISSUE" }).facts).toEqual({
      kindOfWork: "HARDWARE_ISSUE",
      technology: { kind: "PRINTER" },
    });
  });
  test("carries the number to call in its words", () => {
    expect(sent({ description: "Since 9", reach: "phone", phone: "+1 555 0100" }).description).toBe(
      "Since 9\n\nPlease call me: +1 555 0100",
    );
    expect(sent({ reach: "mail", phone: "+1 555 0100" }).description).toBeNull();
  });
});

test("only what is missing is asked, and what was answered stays to be changed", () => {
  expect(questionsOf(request({}), ["kindOfWork"], 2)).toEqual(["kindOfWork"]);
  expect(questionsOf(request({ device: "other" }), [], 2)).toEqual(["kindOfWork", "technologyKind"]);
  expect(questionsOf(request({ product: "macOS" }), ["version"], 2)).toEqual(["kindOfWork", "product", "version"]);
  expect(questionsOf(request({}), [], 0)).toEqual(["kindOfWork", "technologyKind"]);
});

test("what must be said is told at its field", () => {
  const fields = (said: Partial<Request>) => faultsOf(request(said)).map(({ field }) => field);
  expect(fields({})).toEqual(["subject", "affected"]);
  expect(fields({ subject: "Mail", affected: "ALL" })).toEqual(["workaround"]);
  expect(fields({ subject: "Mail", affected: "ONE", reach: "phone", phone: "12" })).toEqual(["phone"]);
  expect(fields({ subject: "Mail", affected: "ALL", workaround: "no" })).toEqual([]);
});
