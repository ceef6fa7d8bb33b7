import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  on = verbsOn(desk);
});
afterAll(() => desk.close());

const technician = () => toGlobalId("Technician", desk.cast.technician.id);
const team = async (name: string): Promise<string> =>
  (await on.ask("manager", "mutation($name: String!) { createTeam(input: { name: $name }) { team { id } } }", { name }))
    .createTeam.team.id;
const place = async (id: string) => (await on.look(id, "queuePlace { inQueue }")).queuePlace.inQueue;
/** Nobody waits in the queue any more. */
const emptyQueue = async () => {
  let taken = await on.act("manager", "takeNext", {});
  while (taken.ticket) taken = await on.act("manager", "takeNext", {});
  return taken;
};

describe("take next", () => {
  test("gives two technicians who ask at once two tickets, the first two of the queue", async () => {
    await emptyQueue();
    const one = await on.open({ subject: "One user" });
    const urgent = await on.open({ subject: "All users", affected: "ALL", workaround: false });
    const several = await on.open({ subject: "Several users", affected: "SEVERAL" });
    const taken = await Promise.all((["technician", "manager"] as const).map((who) => on.done(who, "takeNext", {})));
    expect(taken.map((t) => t.number).sort()).toEqual([urgent.number, several.number].sort());
    expect(taken.map((t) => t.assignee.name)).toEqual(["Tess Technician", "Max Manager"]);
    expect(await place(one.id), "the last one waits").toBe(true);
  });

  test("eight who ask at once for five tickets get the five, each once, and three hear that nothing waits", async () => {
    await emptyQueue();
    const waiting = await Promise.all([1, 2, 3, 4, 5].map((n) => on.open({ subject: `Ticket ${n}` })));
    const who = (n: number) => (n % 2 ? "technician" : "manager");
    const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => on.act(who(n), "takeNext", {})));
    const numbers = answers.flatMap(({ ticket }) => (ticket ? [ticket.number] : []));
    expect(numbers.sort()).toEqual(waiting.map((t) => t.number).sort());
    expect(answers.flatMap(({ userErrors }) => userErrors.map((e: { code: string }) => e.code))).toEqual(
      Array(3).fill("QUEUE_EMPTY"),
    );
  });

  test("of a team gives that team's only", async () => {
    await emptyQueue();
    const teamId = await team("Networks");
    await on.open({ subject: "Somebody else's, and older" });
    const ours = await on.open({ subject: "The switch", teamId }, "technician");
    expect(await on.done("technician", "takeNext", { teamId })).toMatchObject({ number: ours.number, status: "OPEN" });
    expect((await on.act("technician", "takeNext", { teamId })).userErrors).toMatchObject([{ code: "QUEUE_EMPTY" }]);
  });

  test("with an empty queue says so", async () => {
    expect(await emptyQueue()).toMatchObject({
      ticket: null,
      userErrors: [{ code: "QUEUE_EMPTY", message: "Nothing waits in the queue." }],
    });
  });
});

describe("a ticket is taken by its number", () => {
  test("and leaves the queue; work has begun", async () => {
    const { id } = await on.open();
    expect(await on.done("technician", "takeTicket", { ticketId: id })).toMatchObject({
      status: "OPEN",
      assignee: { name: "Tess Technician" },
    });
    expect(await place(id)).toBe(false);
  });

  test("whoever comes second learns who was faster, and nothing changes", async () => {
    const { id } = await on.open();
    const { version } = await on.done("technician", "takeTicket", { ticketId: id });
    const late = await on.act("manager", "takeTicket", { ticketId: id });
    expect(late).toMatchObject({
      ticket: null,
      current: { version, assignee: { name: "Tess Technician" } },
      userErrors: [{ code: "ALREADY_TAKEN", message: "Tess Technician has it." }],
    });
    expect(await on.look(id)).toMatchObject({ version, assignee: { name: "Tess Technician" } });
  });

  test("of two who take it in the same moment exactly one gets it, and the other hears who", async () => {
    const { id } = await on.open();
    const both = await Promise.all(
      (["technician", "manager"] as const).map((who) => on.act(who, "takeTicket", { ticketId: id })),
    );
    const [won, lost] = both[0].ticket ? both : [both[1], both[0]];
    expect(won.userErrors).toEqual([]);
    expect(lost.userErrors).toMatchObject([{ code: "ALREADY_TAKEN" }]);
    expect(lost.current.assignee).toEqual(won.ticket.assignee);
  });
});

describe("a ticket is given", () => {
  test("to a technician and a team, each without touching the other", async () => {
    const { id } = await on.open();
    const teamId = await team("Front line");
    const held = await on.done("manager", "assignTicket", { ticketId: id, technicianId: technician() });
    expect(held).toMatchObject({ assignee: { name: "Tess Technician" }, team: null });
    const both = await on.done("manager", "assignTicket", { ticketId: id, teamId });
    expect(both).toMatchObject({ assignee: { name: "Tess Technician" }, team: { name: "Front line" } });
    expect(await place(id), "somebody holds it").toBe(false);
  });

  test("back to the queue, where it has its old place", async () => {
    await emptyQueue();
    const first = await on.open({ subject: "First come" });
    await on.open({ subject: "Second come" });
    await on.done("technician", "takeTicket", { ticketId: first.id });
    const free = await on.done("technician", "assignTicket", { ticketId: first.id, unassign: true });
    expect(free).toMatchObject({ assignee: null, status: "OPEN" });
    expect(await on.done("manager", "takeNext", {})).toMatchObject({ number: first.number });
  });

  test("to somebody or some team that exists; to nobody in particular, or to somebody and nobody, is refused", async () => {
    const { id, version } = await on.open();
    const fault = async (more: object) =>
      (await on.act("manager", "assignTicket", { ticketId: id, ...more })).userErrors[0];
    expect(await fault({ technicianId: toGlobalId("Technician", desk.cast.client.id) })).toMatchObject({
      code: "NOT_FOUND",
      field: "technicianId",
    });
    expect(await fault({ teamId: toGlobalId("Team", desk.cast.client.id) })).toMatchObject({
      code: "NOT_FOUND",
      field: "teamId",
    });
    expect(await fault({})).toMatchObject({ code: "INVALID", field: "technicianId" });
    expect(await fault({ technicianId: technician(), unassign: true })).toMatchObject({
      code: "INVALID",
      field: "unassign",
    });
    expect(await on.look(id)).toMatchObject({ version, assignee: null, team: null });
  });

  test("at its creation, and is in work at once", async () => {
    const ticket = await on.open({ assigneeId: technician() }, "manager");
    expect(ticket).toMatchObject({ status: "OPEN", assignee: { name: "Tess Technician" }, version: 1 });
    expect(await place(ticket.id)).toBe(false);
  });
});
