import { describe, expect, test } from "vitest";
import { canDo, type Obstacle, obstacleTo, type Skill, type Sought } from "./skills.ts";

describe("who can do what a ticket is about", () => {
  test.each<[string, Skill[], Skill | null, boolean]>([
    ["whoever states a skill can do that", ["PRINTER"], "PRINTER", true],
    ["and nothing else", ["PRINTER"], "NETWORK", false],
    ["not even what is near to it", ["PRINTER"], "PERIPHERAL", false],
    ["whoever states several can do each", ["PRINTER", "NETWORK"], "NETWORK", true],
    ["whoever states none can do everything", [], "SERVER", true],
    ["what a ticket does not say stands in nobody's way", ["PRINTER"], null, true],
    ["nor does it where no skill is stated", [], null, true],
    ["OTHER is a kind as any: it takes the skill for it", ["PRINTER"], "OTHER", false],
  ])("%s", (_, skills, about, can) => {
    expect(canDo(skills, about)).toBe(can);
  });
});

describe("what stands in the way of a time", () => {
  const printers: Sought = { about: "PRINTER", named: null, able: [{ works: true }], slots: 12 };
  const theo = { skills: ["NETWORK"] } as const;
  test.each<[string, Partial<Sought>, Obstacle | null]>([
    ["somebody who can do it is free: nothing", {}, null],
    ["nobody here can do it", { able: [], slots: 0 }, "NOBODY_CAN"],
    ["whoever can does not work", { able: [{ works: false }], slots: 0 }, "NOBODY_WORKS"],
    ["one of those who can works: that is enough", { able: [{ works: false }, { works: true }] }, null],
    ["whoever can and works has no time", { slots: 0 }, "NOTHING_FREE"],
    ["somebody was named who cannot do it", { named: theo }, "NOT_THEIR_SKILL"],
    ["somebody was named who can", { named: { skills: ["PRINTER"] } }, null],
    ["somebody was named who states no skill", { named: { skills: [] } }, null],
    [
      "somebody who cannot and does not work: that comes first",
      { named: theo, able: [{ works: false }] },
      "NOBODY_WORKS",
    ],
    ["nobody knows what it is about", { about: null, named: theo }, null],
  ])("%s", (_, more, obstacle) => {
    expect(obstacleTo({ ...printers, ...more })).toBe(obstacle);
  });
});
