import { readFileSync } from "node:fs";

/** One line of `long/golden/dst-weekends.tsv`. */
export type Due = {
  readonly zone: string;
  readonly hours: "office" | "always";
  readonly priority: "URGENT" | "STANDARD";
  /** `2027-03-12 17:00 -05:00` */
  readonly created: string;
  /** `Mon 15 Mar 09:00` */
  readonly wall: string;
  /** What the zone calls itself then: `EDT`, `GMT+2`. */
  readonly zoneName: string;
  readonly utc: string;
};

const file = new URL("../long/golden/dst-weekends.tsv", import.meta.url);

export const dstWeekends: readonly Due[] = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => {
    const [zone, hours, priority, created, wall, zoneName, utc] = line.split("\t");
    return { zone, hours, priority, created, wall, zoneName, utc } as Due;
  });

/** Its lines by zone, and of each zone by weekend: creations of one are within three days. */
export function weekendsOf(zone: string): Due[][] {
  const weekends = new Map<string, Due[]>();
  for (const due of dstWeekends) {
    if (due.zone !== zone) continue;
    const month = due.utc.slice(0, 4) + (due.utc.slice(5, 7) < "07" ? " spring" : " autumn");
    weekends.set(month, [...(weekends.get(month) ?? []), due]);
  }
  return [...weekends.values()];
}

/** The instant at which it was created, in UTC. */
export const createdAt = ({ created }: Due): string =>
  `${new Date(created.replace(" ", "T").replace(" ", "")).toISOString().slice(0, 19)}Z`;

/** `Mon 09:00`: as pages say it within the week. */
export const weekdayAndTime = ({ wall }: Due): string => {
  const [weekday, , , time] = wall.split(" ");
  return `${weekday} ${time}`;
};

/** `Mon 09:00`, or `09:00` on that day itself: as boards say it at the instant at which `other` was created. */
export const seenFrom = (other: Due, due: Due): string => {
  const [, day, , time] = due.wall.split(" ");
  return Number(other.created.slice(8, 10)) === Number(day) ? (time as string) : weekdayAndTime(due);
};
