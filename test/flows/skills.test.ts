import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { bookingOn } from "../support/booking.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { planShift } from "../support/shifts.ts";

let desk: TestDesk;
let on: ReturnType<typeof bookingOn>;
let [tess, una]: [string, string] = ["", ""];
beforeAll(async () => {
  desk = await startDesk({ at: "2026-12-01T15:00:00Z" }); // Tuesday, 10:00 in New York
  on = bookingOn(desk);
  tess = toGlobalId("Technician", desk.cast.technician.id);
  una = (
    await on.ask("manager", 'mutation { done: createTechnician(input: { name: "Una Also" }) { technician { id } } }')
  ).done.technician.id;
  // Tess from 9:00 to 10:30, Una from 10:30 to noon: a time says whose it is
  await planShift(desk, desk.cast.technician.id, "2026-12-02T14:00:00Z", "2026-12-02T15:30:00Z");
  await planShift(desk, uuidOf(una), "2026-12-02T15:30:00Z", "2026-12-02T17:00:00Z");
});
afterAll(() => desk.close());

const uuidOf = (id: string) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
const setSkills = async (technicianId: string, ...skills: string[]) => {
  const query = `mutation($input: SetSkillsInput!) { done: setSkills(input: $input) {
    technician { name skills } userErrors { code field message } } }`;
  return (await on.ask("manager", query, { input: { technicianId, skills } })).done;
};
const printer = () =>
  on.open({ facts: { kindOfWork: "HARDWARE_ISSUE", technology: { kind: "PRINTER" } }, subject: "The printer is out" });
const offered = async (token: string) =>
  (await on.see(token)).days.flatMap((d: any) => d.slots.map((s: any) => s.from.slice(11, 16)));
const [HERS, UNAS] = [
  ["14:00", "14:30", "15:00"],
  ["15:30", "16:00", "16:30"],
];
const outlook = async (ticketId: string, technicianId: string | null = null) =>
  (
    await on.ask(
      "technician",
      `query($t: ID!, $who: ID) { done: bookingOutlook(ticketId: $t, technicianId: $who) {
        about technicians { name } slots earliest { from } obstacle warning } }`,
      { t: ticketId, who: technicianId },
    )
  ).done;

describe("skills", () => {
  test("are a manager's to set, as a whole, on the record, and told to the desk's own people alone", async () => {
    expect(await setSkills(una, "PRINTER", "BROWSER", "PRINTER")).toEqual({
      technician: { name: "Una Also", skills: ["BROWSER", "PRINTER"] },
      userErrors: [],
    });
    await setSkills(una, "PRINTER", "BROWSER"); // says the same: nothing to record
    const { auditEntries } = await on.ask(
      "manager",
      "{ auditEntries(first: 10, filter: { actions: [SKILLS_SET] }) { edges { node { about { name } details { name value } } } } }",
    );
    expect(auditEntries.edges.map((e: any) => e.node)).toEqual([
      {
        about: { name: "Una Also" },
        details: [
          { name: "to", value: "BROWSER, PRINTER" },
          { name: "from", value: "everything" },
        ],
      },
    ]);
    const ticket = await printer();
    await on.done("manager", "assignTicket", { ticketId: ticket.id, technicianId: una });
    const assignee = "assignee { name skills }";
    expect((await on.look(ticket.id, assignee, "technician")).assignee.skills).toEqual(["BROWSER", "PRINTER"]);
    expect((await on.look(ticket.id, assignee, "requester")).assignee.skills).toBeNull();
    const gone = toGlobalId("Technician", "00000000-0000-7000-8000-000000000000");
    expect((await setSkills(gone)).userErrors).toMatchObject([{ code: "NOT_FOUND", field: "technicianId" }]);
    const { errors } = await desk.gql(
      "technician",
      `mutation { setSkills(input: { technicianId: "${una}", skills: [] }) { userErrors { code } } }`,
    );
    expect(errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
  });

  test("say who is offered where nobody is named; whoever states none does everything", async () => {
    await setSkills(una, "NETWORK");
    const { token } = await on.link((await printer()).id);
    expect(await offered(token)).toEqual(HERS); // Tess states none
    await setSkills(tess, "BROWSER");
    expect(await offered(token)).toEqual([]);
    await setSkills(una, "NETWORK", "PRINTER");
    expect(await offered(token)).toEqual(UNAS);
    expect((await on.book(token, "2026-12-02T14:00:00Z")).userErrors[0].code).toBe("NOT_OFFERED");
    // what a ticket does not say stands in nobody's way, and whoever is named is offered whatever they do
    expect(await offered((await on.link((await on.open()).id)).token)).toEqual([...HERS, ...UNAS]);
    expect(await offered((await on.link((await printer()).id, { technicianId: tess })).token)).toEqual(HERS);
  });

  test("that are lost leave what was agreed; it can be moved to a time of somebody who can", async () => {
    await setSkills(tess, "PRINTER");
    await setSkills(una, "PRINTER");
    const ticket = await printer();
    const { token } = await on.link(ticket.id);
    expect((await on.book(token, "2026-12-02T14:00:00Z")).appointment.technicianName).toBe("Tess Technician");
    await setSkills(tess, "NETWORK");
    expect(await on.appointments(ticket.id)).toMatchObject([{ status: "BOOKED", technicianName: "Tess Technician" }]);
    expect((await on.move(token, "2026-12-02T15:00:00Z")).userErrors[0].code).toBe("NOT_OFFERED");
    expect((await on.move(token, "2026-12-02T16:00:00Z")).appointment.technicianName).toBe("Una Also");
    await on.cancel(token);
  });

  test("do not touch the order of the queue: the first is the first, whoever takes it", async () => {
    await setSkills(tess, "NETWORK");
    const { queue } = await on.ask(
      "technician",
      "{ queue { entries(first: 1) { edges { node { row { number } } } } } }",
    );
    const taken = await on.ask(
      "technician",
      "mutation { takeNext(input: {}) { ticket { number } userErrors { code } } }",
    );
    expect(taken.takeNext.ticket.number).toBe(queue.entries.edges[0].node.row.number);
  });
});

describe("whoever sends a link is told before what it will find", () => {
  test("how many times are free, of whom, and the first", async () => {
    await setSkills(tess);
    await setSkills(una, "NETWORK");
    expect(await outlook((await printer()).id)).toEqual({
      ...{ about: "PRINTER", technicians: [{ name: "Max Manager" }, { name: "Tess Technician" }], slots: 3 },
      ...{ earliest: { from: "2026-12-02T14:00:00Z" }, obstacle: null, warning: null },
    });
  });

  test("that nobody can do it, that whoever can does not work, and what to do", async () => {
    const { technicians } = await on.ask("manager", "{ technicians { id } }");
    for (const { id } of technicians) await setSkills(id, "BROWSER");
    const ticket = await printer();
    expect(await outlook(ticket.id)).toMatchObject({
      ...{ technicians: [], slots: 0, earliest: null, obstacle: "NOBODY_CAN" },
      warning: "Nobody here does printers: have the skill added to somebody on People, or name whose time is offered.",
    });
    const manager = toGlobalId("Technician", desk.cast.manager.id);
    await setSkills(manager, "PRINTER"); // who has no shift
    expect(await outlook(ticket.id)).toMatchObject({
      ...{ obstacle: "NOBODY_WORKS", slots: 0 },
      warning:
        "Nobody who does printers works in the next 14 days: have a shift planned on People, or name whose time is offered.",
    });
    expect(await outlook(ticket.id, tess)).toMatchObject({
      ...{ obstacle: "NOT_THEIR_SKILL", slots: 3 },
      warning: "Tess Technician does not do printers: offer the time of whoever is free, or send it all the same.",
    });
    expect((await outlook(ticket.id, manager)).warning).toBe(
      "Max Manager does not work in the next 14 days: have a shift planned on People, or offer the time of whoever is free.",
    );
    expect((await outlook((await on.open()).id)).obstacle).toBeNull();
  });

  test("nothing of a ticket that is not there, or a length that cannot be", async () => {
    const ask = (terms: string) => desk.gql("technician", `{ bookingOutlook(${terms}) { slots } }`);
    const gone = toGlobalId("Ticket", "00000000-0000-7000-8000-000000000000");
    expect((await ask(`ticketId: "${gone}"`)).errors?.[0]?.extensions["code"]).toBe("NOT_FOUND");
    const { id } = await printer();
    const odd = await ask(`ticketId: "${id}", lengthSeconds: 7`);
    expect(odd.errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });
});
