import { describe, expect, it } from "vitest";
import { type Asked, addMonths, inputOf, readAddress, writeAddress } from "./address.ts";
import { coverageAddress, listAddress, readList, withClause } from "./ticket-list.ts";

const now = Date.UTC(2026, 10, 23, 15) / 1_000;
const read = (search: string) => readAddress(new URLSearchParams(search), now, "America/New_York");
const asked: Asked = {
  ...{ from: "2026-06", to: "2026-11", metric: "FIRST_RESPONSE", commitment: "CONTRACTUAL" },
  ...{ client: null, priority: null },
};

describe("a report's address says all that it is about", () => {
  it("is the first response of the last six months where nothing is said", () => expect(read("")).toEqual(asked));
  it("begins a month when the desk's zone does", () => {
    const newYear = Date.UTC(2027, 0, 1, 4, 45) / 1_000;
    const to = (at: number) => readAddress(new URLSearchParams(), at, "America/New_York").to;
    expect([to(newYear), to(newYear + 900)]).toEqual(["2026-12", "2027-01"]);
  });
  it("reads what it wrote", () => {
    const other: Asked = { ...asked, from: "2025-12", to: "2026-01", metric: "RESOLUTION", commitment: "INTERNAL" };
    expect(read(writeAddress({ ...other, client: "c1", priority: "urgent" }))).toEqual({
      ...{ ...other, client: "c1", priority: "urgent" },
    });
  });
  it("takes an internal metric for an internal commitment unless told", () => {
    expect(read("metric=RESOLUTION").commitment).toBe("INTERNAL");
    expect(read("metric=RESOLUTION&commitment=CONTRACTUAL").commitment).toBe("CONTRACTUAL");
  });
  it("does not follow months that are none or run backwards", () => {
    expect(read("from=2026-13&to=yesterday")).toEqual(asked);
    expect(read("from=2026-12&to=2026-03")).toMatchObject({ from: "2025-10", to: "2026-03" });
  });
  it("asks up to the month after the last, so that the last counts whole", () =>
    expect(inputOf({ ...asked, to: "2026-12" })).toMatchObject({ from: "2026-06-01", until: "2027-01-01" }));
  it.each([
    ["2026-01", -1, "2025-12"],
    ["2026-11", 2, "2027-01"],
    ["2026-06", 0, "2026-06"],
  ])("%s and %d months is %s", (month, by, then) => expect(addMonths(month, by)).toBe(then));
});

describe("every number leads to the tickets it counts", () => {
  const follow = (address: string) => readList(new URLSearchParams(address.split("?")[1]), "UTC");
  it("the missed of one month are those created in it, in the report's zone, with that verdict", () => {
    const list = follow(listAddress(asked, "America/New_York", "missed", { month: "2026-11" }));
    expect(list.filter).toMatchObject({
      createdAt: { gte: "2026-11-01T04:00:00Z", lt: "2026-12-01T05:00:00Z" },
      clock: { metric: { eq: "FIRST_RESPONSE" }, verdict: { in: ["MISSED"] } },
    });
  });
  it("the number of a client's row is of that client and the whole range", () => {
    const list = follow(listAddress(asked, "UTC", "n", { clientId: "c1" }));
    expect(list.filter).toMatchObject({
      client: { eq: "c1" },
      createdAt: { gte: "2026-06-01T00:00:00Z", lt: "2026-12-01T00:00:00Z" },
      clock: { verdict: { in: ["MET", "MISSED"] } },
    });
  });
  it("the outcomes of coverage are those of the tickets created then, merged ones left out as in the number", () => {
    const address = coverageAddress(asked, "UTC", "LIMITED", "c1");
    expect(follow(address).filter).toEqual({
      client: { eq: "c1" },
      not: { status: { eq: "MERGED" } },
      coverage: { eq: "LIMITED" },
      createdAt: { gte: "2026-06-01T00:00:00Z", lt: "2026-12-01T00:00:00Z" },
    });
    const narrowed = withClause(new URLSearchParams(address.split("?")[1]), "printer");
    expect(follow(narrowed).filter).toMatchObject({ coverage: { eq: "LIMITED" }, coverageClause: { eq: "printer" } });
    expect(withClause(new URLSearchParams(narrowed.split("?")[1]), null)).toBe(address);
  });
  it("what was decided by hand, and all, are followed too", () => {
    expect(follow(coverageAddress(asked, "UTC", "BY_HAND", null)).filter).toMatchObject({ coverageOverridden: true });
    expect(follow(coverageAddress(asked, "UTC", "ALL", null)).filter).not.toHaveProperty("coverage");
  });
});
