import { describe, expect, it } from "vitest";
import {
  completed,
  type Imagined,
  inputOf,
  missingIn,
  oneMoreAfterHours,
  oneMoreWait,
  readImagined,
  writeImagined,
} from "./imagined.ts";

const friday: Imagined = {
  ...{ plan: "standard", calendar: "provider", priority: "URGENT", at: "2026-11-20T17:29" },
  afterHours: [{ from: "2026-11-20T20:00", until: "" }],
  waits: [{ on: "PARTS", from: "2026-11-23T10:00", until: "2026-11-24T10:00" }],
};
const known = {
  plans: [
    { code: "gold", name: "Gold", version: 1, priorities: [{ code: "P1", name: "First", rank: 1 }] },
    {
      ...{ code: "standard", name: "Standard", version: 3 },
      priorities: [
        { code: "STANDARD", name: "Standard", rank: 2 },
        { code: "URGENT", name: "Urgent", rank: 1 },
      ],
    },
  ],
  calendars: [],
};

describe("an imagined ticket", () => {
  it("reads from an address as it was written", () => {
    const address = writeImagined(friday);
    expect(address).toContain("at=2026-11-20T17:29");
    expect(address).toContain("wait=PARTS~2026-11-23T10:00~2026-11-24T10:00");
    expect(completed(readImagined(new URLSearchParams(address)), known, {}, "")).toEqual(friday);
  });
  it("leaves to the desk what an address leaves open", () => {
    const begun = completed(
      readImagined(new URLSearchParams("plan=gold&wait=LUNCH~a~b")),
      known,
      {},
      "2026-11-20T09:00",
    );
    expect(begun).toMatchObject({ plan: "gold", priority: "P1", at: "2026-11-20T09:00", waits: [] });
    expect(completed({}, known, {}, "")).toMatchObject({ plan: "standard", priority: "URGENT" });
  });
  it("is sent in instants of the calendar's zone", () => {
    expect(inputOf(friday, "America/New_York")).toEqual({
      ...{ planCode: "standard", calendarCode: "provider", priority: "URGENT", createdAt: "2026-11-20T22:29:00Z" },
      afterHours: [{ from: "2026-11-21T01:00:00Z", until: null }],
      waits: [{ on: "PARTS", from: "2026-11-23T15:00:00Z", until: "2026-11-24T15:00:00Z" }],
    });
  });
  it("is sent with a draft in the place of what is published", () => {
    const calendar = { code: "provider", timeZone: "UTC", week: [] };
    expect(inputOf(friday, "UTC", { calendar })).toMatchObject({ planCode: "standard", calendar });
    expect(inputOf(friday, "UTC", { calendar })).not.toHaveProperty("calendarCode");
  });
  it("names what cannot be sent at its field", () => {
    const empty = { ...friday, at: "", waits: [{ on: "PARTS", from: "2026-11-23T10:00", until: "" }] } as const;
    expect(missingIn(empty).map(({ field }) => field)).toEqual(["createdAt", "waits[0].until"]);
    expect(missingIn(friday)).toEqual([]);
  });
  it("waits on from where it waited last, for a day", () => {
    expect(oneMoreWait({ ...friday, waits: [] })).toEqual({
      ...{ on: "REQUESTER", from: "2026-11-20T17:29", until: "2026-11-21T17:29" },
    });
    expect(oneMoreWait(friday).from).toBe("2026-11-24T10:00");
    expect(oneMoreAfterHours({ ...friday, afterHours: [] })).toEqual({ from: "2026-11-20T17:29", until: "" });
  });
});
