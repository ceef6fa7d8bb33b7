import { instant } from "../time/instant.ts";
import type { ConnectionShown } from "./documents.ts";

/** For how long the end of a session is told where it ran; later it stands in the story alone. */
const TOLD_FOR = 900;

/** Who is connected now, the first to have come first. */
export const runningOf = (sessions: readonly ConnectionShown[]): readonly ConnectionShown[] =>
  sessions.filter(({ endedAt }) => endedAt === null);

/** The last one, where it ended a moment ago and nobody is connected. */
export function justEnded(sessions: readonly ConnectionShown[], now: number): ConnectionShown | null {
  const last = sessions.at(-1);
  if (!last?.endedAt || runningOf(sessions).length > 0) return null;
  return now - instant(last.endedAt) < TOLD_FOR ? last : null;
}

/** `12 minutes`, `1 hour 5 minutes`, `less than a minute`. */
export function lasted(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const said = [counted(hours, "hour"), counted(rest, "minute")].filter(Boolean).join(" ");
  return said || "less than a minute";
}
const counted = (n: number, what: string) => (n === 0 ? "" : `${n} ${what}${n === 1 ? "" : "s"}`);

/** Who or what ended it. `mine`: it was done on this page. */
export function endSaid(
  { endedBy, technician }: Pick<ConnectionShown, "endedBy" | "technician">,
  mine = false,
): string {
  switch (endedBy) {
    case "TECHNICIAN":
      return `${technician.name} ended it`;
    case "REQUESTER":
      return mine ? "you ended it" : "it was ended on your side";
    case "DESK_CLOSED":
      return "our hours were over";
    case "TICKET_ENDED":
      return "the request came to its end";
    case "VANISHED":
      return "the connection was lost";
    case null:
      return "";
    default:
      return endedBy satisfies never;
  }
}

/** How long it was, as far as it has ended. */
export const lengthOf = ({ startedAt, endedAt }: Pick<ConnectionShown, "startedAt" | "endedAt">): number =>
  endedAt === null ? 0 : instant(endedAt) - instant(startedAt);
