import { describe, expect, test } from "vitest";
import { groupOf, type MeshNode, nodeOf } from "./find-node.ts";
import type { JoinRequest } from "./remote-tool.ts";

const request = (client: string): JoinRequest => ({
  ...{ sessionId: "s", ticketNumber: 1, technician: "T", client, device: { name: "PC", accessId: null }, minutes: 30 },
});
const groups = [
  { _id: "mesh//1", name: "Acme" },
  { _id: "mesh//2", name: " acme retail " },
  { _id: "mesh//3", name: "Twin" },
  { _id: "mesh//4", name: "twin" },
];
const node = (id: string, name: string, rname?: string): MeshNode => ({ _id: id, name, ...(rname && { rname }) });

describe("the group of a client", () => {
  test("is the one that is called as it is, in whatever letters", () => {
    expect(groupOf(groups, request("ACME"))).toEqual({ found: groups[0] });
    expect(groupOf(groups, request("Acme Retail"))).toEqual({ found: groups[1] });
  });

  test("is none that is merely similar, and none of two", () => {
    expect(groupOf(groups, request("Acm"))).toMatchObject({
      reason: expect.stringContaining("no device group called “Acm”"),
    });
    expect(groupOf(groups, request("Twin"))).toMatchObject({
      reason: expect.stringContaining("several device groups"),
    });
  });
});

describe("the machine in a group", () => {
  test("is found by the name it was given there, then by its own", () => {
    const nodes = [
      node("node//1", "Reception", "DESKTOP-1"),
      node("node//2", "desktop-2", "PC-2"),
      node("node//3", "PC-2", "X"),
    ];
    expect(nodeOf(nodes, "RECEPTION", "Acme")).toEqual({ found: nodes[0] });
    expect(nodeOf(nodes, "desktop-1", "Acme")).toEqual({ found: nodes[0] });
    expect(nodeOf(nodes, "pc-2", "Acme")).toEqual({ found: nodes[2] });
  });

  test("is none of several, and none with another name", () => {
    const twins = [node("node//1", "PC"), node("node//2", "pc")];
    expect(nodeOf(twins, "PC", "Acme")).toMatchObject({
      reason: expect.stringContaining("several devices called “PC”"),
    });
    expect(nodeOf(twins, "PC-1", "Acme")).toMatchObject({ reason: expect.stringContaining("no device called “PC-1”") });
  });
});
