import { afterAll, beforeAll, expect, test } from "vitest";
import { bookingOn } from "../support/booking.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";

let desk: TestDesk;
let on: ReturnType<typeof bookingOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-12-01T14:00:00Z" }); // a Tuesday, 9:00 in New York
  on = bookingOn(desk);
});
afterAll(() => desk.close());

const start = async (ticketId: string, consentBy?: string) => {
  const query = `mutation($input: StartSessionInput!) { done: startSession(input: $input) { session { id } userErrors { code } } }`;
  return (await on.ask("technician", query, { input: { ticketId, consentBy } })).done;
};
const end = (sessionId: string) =>
  on.ask("technician", "mutation($id: ID!) { endSession(input: { sessionId: $id }) { userErrors { code } } }", {
    id: sessionId,
  });

test("moved by the desk to a time that nobody else agreed to, it asks for somebody's word", async () => {
  const { id } = await on.open();
  const { token } = await on.link(id);
  expect((await on.book(token, "2026-12-01T18:00:00Z")).userErrors).toEqual([]);
  const move = `mutation { rescheduleAppointment(input: { ticketId: "${id}", from: "2026-12-01T16:30:00Z" }) { userErrors { code } } }`;
  expect((await on.ask("technician", move)).rescheduleAppointment.userErrors).toEqual([]);
  await desk.travel("2026-12-01T16:30:00Z");
  expect((await start(id)).userErrors).toMatchObject([{ code: "CONSENT_MISSING" }]);
  await end((await start(id, "Robin")).session.id);
});

test("kept and solved before its end, it is not called off", async () => {
  await desk.travel("2026-12-02T14:00:00Z");
  const { id } = await on.open();
  const { token } = await on.link(id);
  expect((await on.book(token, "2026-12-02T15:00:00Z")).userErrors).toEqual([]);
  await desk.travel("2026-12-02T15:00:00Z");
  await end((await start(id)).session.id);
  await desk.travel("2026-12-02T15:05:00Z");
  const steps = ["IDENTIFY_CAUSE", "RESOLVE", "TEST", "DOCUMENT"].map((step) => ({ step, note: "Done." }));
  await on.done("technician", "resolve", { ticketId: id, steps });
  await desk.travel("2026-12-02T15:30:00Z");
  expect(await on.appointments(id)).toMatchObject([{ status: "KEPT" }]);
  expect(
    ((await on.story(id)) as { change: string | null }[])
      .map(({ change }) => change ?? "")
      .filter((line) => /called off|Nobody met/.test(line)),
  ).toEqual([]);
});
