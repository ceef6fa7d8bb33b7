import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { parseInstant } from "../core/business-calendar/zone.ts";
import { type CalendarEntry, calendarFile, uidOf } from "./calendar-file.ts";

const entry: CalendarEntry = {
  id: "0198a6c2-0000-7000-8000-000000000001",
  from: parseInstant("2026-12-03T15:00:00Z"),
  until: parseInstant("2026-12-03T15:30:00Z"),
  createdAt: parseInstant("2026-12-01T15:00:00Z"),
  sequence: 0,
  cancelled: false,
  number: 4790,
  subject: "Mail does not open",
  technicianName: "Maya",
};
/** As a calendar of somebody else reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [component] = calendar.getAllSubcomponents("vevent");
  const event = new ICAL.Event(component as ICAL.Component);
  return { calendar, event, component: component as ICAL.Component };
}

describe("an appointment as a calendar file", () => {
  test("is one event in UTC, with nothing to look up", () => {
    const { calendar, event, component } = read(calendarFile(entry));
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(calendar.getAllSubcomponents("vtimezone")).toEqual([]);
    expect([event.startDate.toString(), event.endDate.toString()]).toEqual([
      "2026-12-03T15:00:00Z",
      "2026-12-03T15:30:00Z",
    ]);
    expect(event.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
    expect([event.uid, event.sequence, component.getFirstPropertyValue("status")]).toEqual([
      uidOf(entry.id),
      0,
      "CONFIRMED",
    ]);
    expect(event.summary).toBe("Remote support with Maya");
  });

  test("that was moved is the same event with a higher sequence; one that was called off cancels it", () => {
    const moved = read(calendarFile({ ...entry, sequence: 1, from: parseInstant("2026-12-03T16:00:00Z") }));
    expect([moved.event.uid, moved.event.sequence]).toEqual([uidOf(entry.id), 1]);
    const off = read(calendarFile({ ...entry, sequence: 2, cancelled: true }));
    expect(off.calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect([off.event.uid, off.event.sequence, off.component.getFirstPropertyValue("status")]).toEqual([
      uidOf(entry.id),
      2,
      "CANCELLED",
    ]);
  });

  test.each([
    ["commas and semicolons", "Mail, calendar; and contacts, too"],
    ["line breaks", "First line\nsecond line\r\nthird line"],
    ["backslashes and quotes", 'C:\\Users\\maya\\n "quoted"'],
    ["emoji and other scripts", "Drucker 🖨️ druckt nicht – 印刷できません 👩‍💻"],
    ["300 characters", "a long story ".repeat(24).slice(0, 300)],
    ["what looks like a property", "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:mine"],
  ])("carries a subject with %s unharmed", (_, subject) => {
    const text = calendarFile({ ...entry, subject });
    const { calendar, event } = read(text);
    expect(calendar.getAllSubcomponents("vevent")).toHaveLength(1);
    expect(event.description).toContain(`#4790: ${subject.replaceAll("\r\n", "\n")}`);
    expect(event.uid).toBe(uidOf(entry.id));
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test("a name with a comma is the summary's, whole", () => {
    expect(read(calendarFile({ ...entry, technicianName: "Maya, the first; of her name" })).event.summary).toBe(
      "Remote support with Maya, the first; of her name",
    );
  });

  test("is the same text for the same appointment", () => {
    expect(calendarFile(entry)).toBe(calendarFile(entry));
  });
});
