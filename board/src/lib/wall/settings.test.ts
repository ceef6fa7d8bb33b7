import { describe, expect, it } from "vitest";
import { isWall, readSettings, usual, writeSettings } from "./settings.ts";

const read = (search: string) => readSettings(new URLSearchParams(search));

describe("a screen is set up by its address", () => {
  it("an address that says nothing is four metres from 55 inches, dark and silent", () => {
    expect(read("")).toEqual(usual);
    expect(read("d=far&in=-3&theme=pink&privacy=yes&sound=on&volume=loud")).toEqual(usual);
  });

  it("what is written is what is read", () => {
    const hall = { metres: 2.5, inches: 43, theme: "auto", privacy: true, sound: true, volume: 35 } as const;
    expect(writeSettings(hall)).toBe("d=2.5&in=43&theme=auto&privacy=1&sound=1&volume=35");
    expect(read(writeSettings(hall))).toEqual(hall);
    expect(read(writeSettings(usual))).toEqual(usual);
  });

  it("a volume stays between the faintest and the loudest", () => {
    expect([read("volume=500").volume, read("volume=0.2").volume, read("volume=0").volume]).toEqual([100, 1, 60]);
  });

  it("the page that sets it up is no wall", () => {
    expect(["/board/wall", "/board/wall/", "/board/wall/setup", "/board"].map(isWall)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
