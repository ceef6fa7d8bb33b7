import { describe, expect, test } from "vitest";
import type { DeviceShown } from "./documents.ts";
import { emptyText, paidEntry, payable, recordedText, runsText, samePaid, withEntry } from "./words.ts";

const esu = { product: "Windows", version: "10 22H2", until: "2027-10-12" };
const other = { product: "SQL Server", version: "2014 SP3", until: null };
const till: DeviceShown = {
  ...{ id: "d", name: "Till", technology: { kind: "OPERATING_SYSTEM", product: "win 10", version: null } },
  client: { id: "c", name: "Alder", contract: { id: "k", paidSupport: [other, esu] } },
  support: {
    ...{
      standing: "PAID",
      supported: true,
      unknownBecause: null,
      candidates: [],
      product: "Windows",
      version: "10 22H2",
    },
    ...{ endsOn: "2025-10-14", extendedUntil: "2028-10-10", lastDay: "2027-10-12", daysLeft: 700, paid: true },
    ...{ source: "endoflife.date", sourceUrl: null, asOf: "2026-08-22" },
  },
};
const unclear: DeviceShown = {
  ...till,
  support: { ...till.support, supported: null, product: null, version: null, endsOn: null } as DeviceShown["support"],
};

describe("a device in words", () => {
  test("runs what the data calls it, else what was recorded", () => {
    expect(runsText(till)).toBe("Windows 10 22H2");
    expect(runsText(unclear)).toBe("win 10");
    expect(recordedText({ kind: "PRINTER", product: null, version: null })).toBe("nothing");
  });

  test("an empty list says by what it was narrowed", () => {
    expect(emptyText({ standing: "LEAVING", words: "till", runs: null }, "Alder")).toBe(
      "No device of Alder with “till” in name, product, version or client leaves its manufacturer’s support within 30 days.",
    );
    expect(emptyText({ standing: null, words: "x", runs: null }, null)).toBe(
      "There is no device with “x” in name, product, version or client.",
    );
  });
});

describe("paid support of one device", () => {
  test("takes the place of the contract's entry for the same, and leaves the others", () => {
    expect(paidEntry(till)).toBe(esu);
    expect(withEntry(till, [other, esu], "2028-10-10")).toEqual([other, { ...esu, until: "2028-10-10" }]);
    expect(withEntry(till, [other, esu], null)).toEqual([other, { ...esu, until: null }]);
    expect(withEntry(till, [other, esu], undefined)).toEqual([other]);
  });

  test("is offered for what ends or has ended, and for nothing that is not understood", () => {
    expect(payable(till)).toBe(true);
    expect(payable(unclear)).toBe(false);
    const endless = { ...till, client: { ...till.client, contract: null } };
    expect(payable({ ...endless, support: { ...till.support, endsOn: null } as DeviceShown["support"] })).toBe(false);
  });

  test("is the same whatever the order", () => {
    expect(samePaid([esu, other], [other, esu])).toBe(true);
    expect(samePaid([esu], [{ ...esu, until: null }])).toBe(false);
  });
});
