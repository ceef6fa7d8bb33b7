import { face } from "../time/format.ts";
import { instant, instantOrNull } from "../time/instant.ts";
import type { RequestShown } from "./documents.ts";

/** `15:32 today`, `tomorrow 09:00`, `Wed 14:32` within the week, `Mon 7 Dec 14:32` beyond. */
export function when(at: number, now: number, zone: string): string {
  const [then, today] = [face(at, zone), face(now, zone)];
  if (then.day === today.day) return `${then.time} today`;
  const midnight = (day: string) => Date.parse(`${day} UTC`) / 86_400_000;
  const days = Math.round(midnight(then.day) - midnight(today.day));
  if (days === 1) return `tomorrow ${then.time}`;
  if (days === -1) return `yesterday ${then.time}`;
  if (Math.abs(days) < 6) return `${then.weekday} ${then.time}`;
  return `${then.weekday} ${then.date} ${then.time}`;
}

/** The same in the middle of a sentence that looks back: `at 15:32 today`, `on Wed 14:32`, `yesterday 09:00`. */
export const since = (at: number, now: number, zone: string): string => {
  const text = when(at, now, zone);
  return text.endsWith("today") ? `at ${text}` : text.startsWith("yesterday") ? text : `on ${text}`;
};

type Standing = Pick<RequestShown, "status" | "waitingOn" | "assignee">;

/** Where a request stands, in the words of whoever asked. */
export function statusSaid({ status, waitingOn, assignee }: Standing): string {
  if (status === "NEW" || (status === "OPEN" && !assignee)) return "Received";
  if (status === "OPEN") return "In work";
  if (status === "SCHEDULED") return "Appointment agreed";
  if (status !== "WAITING") return endings[status];
  return waitingOn === "REQUESTER" ? "Waiting for you" : `Waiting for ${others[waitingOn ?? "INTERNAL"]}`;
}
const endings = { RESOLVED: "Solved", CLOSED: "Done", CANCELLED: "Called off", MERGED: "Joined with another" } as const;
const others = { MANUFACTURER: "the manufacturer", PARTS: "parts", INTERNAL: "a colleague of ours" } as const;

/** Nothing more is going to happen by itself. */
export const isOver = ({ status }: Pick<Standing, "status">): boolean => status in endings;

/** Our first reply: promised, given, or late. Null where nothing was promised and nothing was said. */
export function promiseSaid(
  request: Pick<RequestShown, "promise" | "status">,
  now: number,
  zone: string,
): { readonly text: string; readonly late: boolean } | null {
  const clock = request.promise;
  const answered = instantOrNull(clock?.satisfiedAt);
  if (answered !== null) return { text: `We replied ${since(answered, now, zone)}`, late: false };
  if (isOver(request) || !clock || clock.dueAt === null) return null;
  const due = instant(clock.dueAt);
  return now > due
    ? { text: `We owe you a reply since ${when(due, now, zone)}`, late: true }
    : { text: `We reply by ${when(due, now, zone)}`, late: false };
}

/** `America/New_York` → `New York time`. */
export const zoneSaid = (zone: string): string => `${(zone.split("/").at(-1) ?? zone).replaceAll("_", " ")} time`;
