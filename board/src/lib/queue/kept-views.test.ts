import { expect, it } from "vitest";
import { dropView, type KeptViews, keepView, readViews, renameView } from "./kept-views.ts";

const views: KeptViews = [
  { name: "Alder", search: "client=a" },
  { name: "Network, nobody's", search: "view=unassigned&team=n" },
];

it("what was kept is read again; what is no view is left out", () => {
  expect(readViews(JSON.stringify(views))).toEqual(views);
  expect([null, "{", "{}", '[1, null, {"name": " ", "search": ""}, {"name": "x"}]'].map(readViews)).toEqual([
    [],
    [],
    [],
    [],
  ]);
});

it("a view of a name that is there replaces it, in its place", () => {
  expect(keepView(views, { name: "  Alder ", search: "client=b" })).toEqual([
    { name: "Alder", search: "client=b" },
    views[1],
  ]);
  expect(keepView(views, { name: "Paused", search: "view=paused" })).toHaveLength(3);
});

it("a view is renamed in its place; dropped, it is gone", () => {
  expect(renameView(views, "Alder", "Clinic").map(({ name }) => name)).toEqual(["Clinic", "Network, nobody's"]);
  expect(renameView(views, "Alder", "Network, nobody's")).toEqual([{ name: "Network, nobody's", search: "client=a" }]);
  expect(renameView(views, "Alder", "Alder")).toEqual(views);
  expect(dropView(views, "Alder")).toEqual([views[1]]);
});
