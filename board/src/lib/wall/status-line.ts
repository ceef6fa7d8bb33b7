import type { DeskHours } from "../live/desk-hours.ts";
import type { Freshness } from "../live/freshness.ts";
import { face, formatInstant } from "../time/format.ts";

type Told = {
  readonly freshness: Freshness;
  readonly age: number;
  readonly lastUpdate: number | null;
  readonly caughtUp: number;
  readonly hours: DeskHours | null;
  readonly now: number;
  readonly zone: string;
  readonly clock: { readonly sandbox: boolean; readonly rate: number };
};

/** The line beside the clock: is this true, and are we open. */
export function statusLine({ freshness, age, lastUpdate, caughtUp, hours, now, zone, clock }: Told): string {
  switch (freshness) {
    case "connecting":
      return "Connecting";
    case "stale": {
      const last = lastUpdate === null ? null : face(lastUpdate, zone);
      return last ? `Not live since ${last.time}:${last.seconds}` : "Not live";
    }
    case "late":
      return `Data ${age} s old`;
    case "live": {
      if (caughtUp > 0) return `Caught up, ${caughtUp} change${caughtUp === 1 ? "" : "s"}`;
      const first = clockKind(clock);
      const doors = doorsText(hours, now, zone);
      return doors ? `${first} · ${doors}` : first;
    }
    default:
      return freshness satisfies never;
  }
}

function clockKind({ sandbox, rate }: Told["clock"]): string {
  if (!sandbox) return "Live";
  if (rate === 0) return "Sandbox stands";
  return rate === 1 ? "Sandbox" : `Sandbox ${rate}×`;
}

function doorsText(hours: DeskHours | null, now: number, zone: string): string {
  if (hours?.openUntil != null) {
    const allDay = hours.openUntil - now > 24 * 3_600;
    return allDay ? "open round the clock" : `open to ${formatInstant(hours.openUntil, now, zone)}`;
  }
  return hours?.opensAt != null ? `closed to ${formatInstant(hours.opensAt, now, zone)}` : "";
}
