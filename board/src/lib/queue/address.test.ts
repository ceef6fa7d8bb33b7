import { expect, it } from "vitest";
import { filterOf, pathOf, readAddress, writeAddress } from "./address.ts";

const read = (search: string) => readAddress(new URLSearchParams(search));

it("an address that says nothing shows all open tickets by due time", () => {
  expect(read("view=everything&order=random&client=")).toEqual({
    ...{ view: "all", clientId: null, teamId: null, order: "due" },
  });
  expect(pathOf(read(""))).toBe("/queue");
});

it("what is written is what is read", () => {
  const asked = { view: "paused", clientId: "c=1", teamId: "t 2", order: "take" } as const;
  expect(read(writeAddress(asked))).toEqual(asked);
});

it("all conditions hold at once", () => {
  expect(filterOf(read("view=unassigned&client=c&team=t"), null)).toEqual({
    ...{ unassigned: true, clientId: "c", teamId: "t" },
  });
  expect(filterOf(read("view=paused"), null)).toEqual({ paused: true });
});

it("mine waits until it is known who is asking", () => {
  expect(filterOf(read("view=mine&client=c"), null)).toBeNull();
  expect(filterOf(read("view=mine"), "x")).toEqual({ assigneeId: "x" });
});
