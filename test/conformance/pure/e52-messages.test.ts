import { expect, test } from "vitest";
import { heard, type Message } from "../../../api/core/sla-clock/heard.ts";
import { readClock } from "../../../api/core/sla-clock/read-clock.ts";
import type { Instant } from "../../../api/core/time.ts";
import { derivePriority } from "../../../api/core/urgency.ts";
import { created, hoursOfC, ny, oneBusinessDay, policy, story, target, utc } from "./examples.ts";

const plan = policy(target({ priority: "URGENT" }), oneBusinessDay("STANDARD"));
const dueOf = (priority: string) =>
  utc(readClock(story(["Mon 10:00", created(priority)]), plan, hoursOfC, "FIRST_RESPONSE", 1, ny("Mon 10:00"))!.dueAt);

test("E52 a mail that says URGENT gets the standard clock, until the facts are stated in the portal", () => {
  const byMail = derivePriority("ALL", false, "EMAIL");
  expect(byMail).toEqual({ code: "STANDARD", couldBeUrgent: true });
  expect(dueOf(byMail.code)).toBe("2026-11-24T15:00:00Z");
  const stated = derivePriority("ALL", false, "PORTAL");
  expect(dueOf(stated.code)).toBe("2026-11-23T16:00:00Z");
});

const onFirstResponse = (message: Message) => {
  const fact = heard(message);
  const facts = story(["Mon 10:00", created("URGENT")], ...(fact ? [["Mon 10:05", fact] as const] : []));
  return readClock(facts, plan, hoursOfC, "FIRST_RESPONSE", 1, ny("Mon 10:06") as Instant)!.verdict;
};

test.each<[what: string, message: Message]>([
  ["an automatic acknowledgement", { from: "STAFF", public: true, byPerson: false }],
  ["an internal note", { from: "STAFF", public: false, byPerson: true }],
  ["forwarded mail that is marked as generated", { from: "REQUESTER", public: true, byPerson: false }],
  ["a message of the requester", { from: "REQUESTER", public: true, byPerson: true }],
])("E53 %s is no first response", (_what, message) => {
  expect(onFirstResponse(message)).toBeNull();
});

test("E53 a technician's booking link is a public message by a person, and so the first response", () => {
  expect(onFirstResponse({ from: "STAFF", public: true, byPerson: true })).toBe("MET");
});
