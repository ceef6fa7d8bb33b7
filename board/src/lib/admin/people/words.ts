import { isUndelivered } from "../../ticket/delivery.ts";
import { wallTimeOf } from "../../time/wall-time.ts";
import { dayAndMonth } from "../calendar/dates.ts";
import type { AccountShown } from "./documents.ts";
import { dayAfter, type ShiftDraft } from "./week.ts";

/** `30 Nov – 6 Dec 2026`. */
export const weekSaid = (monday: string): string => {
  const last = dayAfter(monday, 6);
  return `${dayAndMonth(monday).replace(/^\w+ /, "")} – ${dayAndMonth(last).replace(/^\w+ /, "")} ${last.slice(0, 4)}`;
};

/** `08:30–17:00`, and `22:00–06:00 +1` into the next day. */
export const shiftSaid = ({ from, until }: Pick<ShiftDraft, "from" | "until">): string =>
  `${from}–${until}${until <= from ? " +1" : ""}`;

/** Whether and how somebody comes in. */
export function accessSaid(account: AccountShown | null): string {
  if (!account) return "Not invited";
  const role = account.role === "MANAGER" ? "Manager" : "Technician";
  if (account.suspendedAt) return `${role}, suspended`;
  if (account.hasPassword || account.hasOpenId) return role;
  if (letterLost(account)) return `${role}, invited, but the letter ${lostWord(account)}`;
  return `${role}, has not come in yet`;
}

/** Somebody should look: the letter with their link will not arrive. */
export const letterLost = ({ letter }: Pick<AccountShown, "letter">): boolean =>
  letter !== null && isUndelivered(letter);
const lostWord = ({ letter }: AccountShown) => (letter?.state === "BOUNCED" ? "came back" : "was given up");

/** The date and the time of an instant on the desk's clock. */
export const placed = (at: number, zone: string): { readonly day: string; readonly time: string } => {
  const [day = "", time = ""] = wallTimeOf(at, zone).split("T");
  return { day, time: time.slice(0, 5) };
};
