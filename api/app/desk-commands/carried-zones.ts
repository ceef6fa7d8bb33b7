import { createRequire } from "node:module";
import type { OffsetLine } from "../../core/business-calendar/zone-differences.ts";
import type { Seconds } from "../../core/time.ts";

/** Time-zone data as it comes with a package, newer than what a runtime carries: each zone one line of packed text. */
export type PackedZones = {
  readonly version: string;
  readonly zones: readonly string[];
  readonly links: readonly string[];
};

/** The data this build carries, to judge the runtime's own by. It is read as data; nothing is computed with it. */
export const carriedZones = (): PackedZones =>
  createRequire(import.meta.url)("moment-timezone/data/packed/latest.json") as PackedZones;

/** The offsets of a zone; null where the data does not know it. */
export function offsetsIn(data: PackedZones, zone: string): OffsetLine | null {
  const name = data.links.find((link) => link.split("|")[1] === zone)?.split("|")[0] ?? zone;
  const packed = data.zones.find((line) => line.startsWith(`${name}|`));
  return packed === undefined ? null : unpack(packed);
}

/**
 * `name|abbreviations|offsets|indices|untils|…`: offsets are minutes west of Greenwich, untils minutes since 1970, each as
 * the difference to the one before; all numbers count in sixties by 0–9, a–z, A–X.
 */
export function unpack(packed: string): OffsetLine {
  const [, , offsets = "", indices = "", untils = ""] = packed.split("|");
  const east = offsets.split(" ").map((text) => Math.round(-sixties(text) * 60) as Seconds);
  let at = 0;
  const begins = untils === "" ? [] : untils.split(" ").map((text) => (at += Math.round(sixties(text) * 60)));
  return [...indices].map((index, i) => ({
    from: i === 0 ? Number.NEGATIVE_INFINITY : (begins[i - 1] as number),
    offset: east[sixties(index)] as Seconds,
  }));
}

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX";
function sixties(text: string): number {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  let value = 0;
  for (const digit of whole) value = value * 60 + DIGITS.indexOf(digit);
  let part = 1;
  for (const digit of fraction) value += DIGITS.indexOf(digit) * (part /= 60);
  return text.startsWith("-") ? -value : value;
}
