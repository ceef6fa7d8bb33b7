import { describe, expect, test } from "vitest";
import { actorOf, isStaff, theDesk, type Viewer, type ViewerKind } from "./viewer.ts";

const viewer = (kind: ViewerKind, more: Partial<Viewer> = {}): Viewer => ({ ...theDesk, id: "token", kind, ...more });

describe("who did it, as events keep it", () => {
  test("a technician is named by who they are, not by the token they used", () => {
    const tess = viewer("TECHNICIAN", { name: "Tess", technicianId: "t1" });
    expect(actorOf(tess)).toEqual({ kind: "TECHNICIAN", id: "t1", name: "Tess" });
  });

  test("a requester is named before the partner they belong to; a wall has only its token", () => {
    expect(actorOf(viewer("REQUESTER", { contactId: "c1", partnerId: "p1" }))).toMatchObject({ id: "c1" });
    expect(actorOf(viewer("PARTNER", { partnerId: "p1" }))).toMatchObject({ id: "p1" });
    expect(actorOf(viewer("WALL"))).toMatchObject({ kind: "WALL", id: "token" });
  });

  test("the desk's own clocks act as the desk, never as a manager", () => {
    expect(actorOf(theDesk)).toEqual({ kind: "DESK", id: null, name: "Desk" });
    expect(actorOf({ ...theDesk, id: "m1" })).toMatchObject({ kind: "MANAGER" });
  });
});

test("staff are technicians and managers, and nobody else", () => {
  const kinds: ViewerKind[] = ["PARTNER", "TECHNICIAN", "MANAGER", "REQUESTER", "WALL", "MONITORING"];
  expect(kinds.filter((kind) => isStaff(viewer(kind)))).toEqual(["TECHNICIAN", "MANAGER"]);
});
