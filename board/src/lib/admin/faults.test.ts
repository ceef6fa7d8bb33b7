import { describe, expect, it } from "vitest";
import { faultAt, faultOf, faultsWithin } from "./faults.ts";

describe("what is wrong, said at its field", () => {
  it("drops the name of the edit and the field that the sentence begins with", () => {
    const told = {
      field: "calendar.week[0].windows[1].until",
      message: "week[0].windows[1].until: ends before it begins",
    };
    expect(faultOf(told, "calendar")).toEqual({
      field: "week[0].windows[1].until",
      message: "Ends before it begins.",
    });
  });

  it("keeps a field that only begins like the edit, and a fault of the whole", () => {
    expect(faultOf({ field: "calendarCode", message: "There is none." }, "calendar").field).toBe("calendarCode");
    expect(faultOf({ field: null, message: "nothing to publish" })).toEqual({
      field: null,
      message: "Nothing to publish.",
    });
  });

  const faults = [
    { field: "holidays[1].date", message: "Twice." },
    { field: "holidays[12].date", message: "Not a date." },
    { field: "holidays[1].name", message: "Is empty." },
  ];
  it("is found at its field, and within what holds it", () => {
    expect(faultAt(faults, "holidays[1].date")).toBe("Twice.");
    expect(faultAt(faults, "holidays[2].date")).toBeNull();
    expect(faultsWithin(faults, "holidays[1]")).toHaveLength(2);
    expect(faultsWithin(faults, "holidays")).toHaveLength(3);
  });
});
