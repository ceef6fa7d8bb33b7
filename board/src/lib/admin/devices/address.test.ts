import { describe, expect, test } from "vitest";
import { filterOf, pathOf, readAddress } from "./address.ts";

const read = (search: string) => readAddress(new URLSearchParams(search));

describe("the address says what is shown", () => {
  test.each(["", "?standing=leaving", "?standing=ended&client=cli_1&words=till+2&runs=Windows+10+22H2"])(
    "%s comes back as it was",
    (search) => {
      expect(pathOf(read(search))).toBe(`/admin/devices${search}`);
    },
  );

  test("what is misspelt narrows nothing", () => {
    expect(filterOf(read("?standing=broken&client=&words=%20"))).toEqual({});
  });

  test("the desk is asked for all of it at once", () => {
    expect(filterOf(read("?standing=unclear&client=cli_1&words=mac"))).toEqual({
      standing: { eq: "UNCLEAR" },
      client: { eq: "cli_1" },
      search: "mac",
    });
  });
});
