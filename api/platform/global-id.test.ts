import { describe, expect, test } from "vitest";
import { fromGlobalId, ID_PREFIXES, type IdType, NOBODY, optionalUuidOf, toGlobalId, uuidOf } from "./global-id.ts";

const uuid = "0192f0c4-7a10-7d35-8f6e-2b9a4c1d0e5f";
const types = Object.keys(ID_PREFIXES) as IdType[];

describe("an id of the API", () => {
  test("names its type by a prefix of its own, three letters long", () => {
    expect(new Set(Object.values(ID_PREFIXES)).size).toBe(types.length);
    for (const prefix of Object.values(ID_PREFIXES)) expect(prefix).toMatch(/^[a-z]{3}$/);
  });

  test.each(types)("of a %s comes back as what it was made of", (type) => {
    expect(fromGlobalId(toGlobalId(type, uuid))).toEqual({ type, uuid });
  });

  test("shows its digits without dashes", () => {
    expect(toGlobalId("Ticket", uuid)).toBe("tkt_0192f0c47a107d358f6e2b9a4c1d0e5f");
  });

  test.each([
    "",
    uuid,
    "tkt",
    "tkt_",
    "xyz_0192f0c47a107d358f6e2b9a4c1d0e5f",
    "tkt_0192f0c47a107d358f6e2b9a4c1d0e5",
    "tkt_0192f0c47a107d358f6e2b9a4c1d0e5f0",
    "tkt_0192F0C47A107D358F6E2B9A4C1D0E5F",
    " tkt_0192f0c47a107d358f6e2b9a4c1d0e5f",
    "tkt_0192f0c47a107d358f6e2b9a4c1d0e5f\n",
    "constructor_0192f0c47a107d358f6e2b9a4c1d0e5f",
    "tkt_0192f0c47a107d358f6e2b9a4c1d0e5f' or true --",
  ])("%j is none", (id) => {
    expect(fromGlobalId(id)).toBeNull();
    expect(uuidOf("Ticket", id)).toBe(NOBODY);
  });

  test("of one type is never taken for another's: it finds nobody", () => {
    for (const type of types)
      for (const other of types)
        expect(uuidOf(other, toGlobalId(type, uuid)), `${type} as ${other}`).toBe(type === other ? uuid : NOBODY);
  });

  test("that was left out is no id; one that cannot be read is an id of nobody", () => {
    expect(optionalUuidOf("Team", undefined)).toBeNull();
    expect(optionalUuidOf("Team", null)).toBeNull();
    expect(optionalUuidOf("Team", "")).toBe(NOBODY);
    expect(optionalUuidOf("Team", toGlobalId("Team", uuid))).toBe(uuid);
  });
});
