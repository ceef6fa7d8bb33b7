import { wallTime } from "../../core/business-calendar/zone.ts";
import type { Instant } from "../../core/time.ts";
import { type Block, oneLine } from "../blocks.ts";
import type { About, Links } from "../letter-facts.ts";

/** "Thu 3 Dec 10:00 (America/New_York)": whoever reads it need not guess whose ten o'clock it is. */
export const when = ({ zone }: About, at: Instant): string => `${wallTime(zone, at)} (${zone})`;

/** The same where nobody promised the second. */
export const toTheMinute = (about: About, at: Instant): string => when(about, (at - (at % 60)) as Instant);

/** "Thu 3 Dec 10:00 to 10:30 (America/New_York)". */
export function period({ zone }: About, from: Instant, until: Instant): string {
  const [begin, end] = [wallTime(zone, from), wallTime(zone, until)];
  const day = begin.slice(0, begin.lastIndexOf(" "));
  return `${begin} to ${end.startsWith(`${day} `) ? end.slice(day.length + 1) : end} (${zone})`;
}

export const hello = (name: string): string => `Hello ${oneLine(name)},`;
export const ticketNamed = ({ number, subject }: About): string => `ticket #${number}, “${oneLine(subject)}”`;

/** "Attached: 2 files". Letters carry none themselves: what is on the ticket can be looked after there. */
export const attached = (files: number | undefined): string | null =>
  files ? `Attached: ${files === 1 ? "1 file" : `${files} files`}` : null;

/** Where the ticket is read and answered. */
export const seeTicket = ({ ticket }: Links, says = "Your ticket:"): Block[] =>
  ticket ? [{ says, link: ticket }] : [];
