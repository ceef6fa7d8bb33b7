import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Instant } from "../core/time.ts";

export type CalendarEntry = {
  readonly id: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly createdAt: Instant;
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly number: number;
  readonly subject: string;
  readonly technicianName: string;
  /** Who invites whom, where it is sent as an invitation: calendars answer to the one and know the other by it. */
  readonly parties?: { readonly organizer: Party; readonly attendee: Party };
};
type Party = { readonly name: string; readonly address: string };

/** So that two desks never name the same entry. */
export const uidOf = (id: string): string => `appointment-${id}@watchdesk`;

/**
 * An appointment as a calendar file (RFC 5545): one event in UTC, so that no time-zone table is needed to read it. A moved
 * one has the same UID and a higher SEQUENCE; one that was called off is CANCEL of the same UID. Equal input, equal text.
 */
export function calendarFile(entry: CalendarEntry): string {
  const calendar = ical({
    prodId: { company: "Watchdesk", product: "Remote support" },
    method: entry.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const event = calendar.createEvent({
    id: uidOf(entry.id),
    sequence: entry.sequence,
    stamp: new Date(entry.createdAt * 1_000),
    start: new Date(entry.from * 1_000),
    end: new Date(entry.until * 1_000),
    summary: `Remote support with ${entry.technicianName}`,
    description: `#${entry.number}: ${entry.subject}\n${entry.technicianName} connects to your machine at that time.`,
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (entry.parties) {
    const { organizer, attendee } = entry.parties;
    event.organizer({ name: organizer.name || organizer.address, email: organizer.address });
    event.createAttendee({ name: attendee.name || attendee.address, email: attendee.address, rsvp: false });
  }
  return calendar.toString();
}
