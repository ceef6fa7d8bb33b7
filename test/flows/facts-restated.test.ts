import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { uuidv7 } from "../../api/platform/ids.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let client: pg.Client;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  on = verbsOn(desk);
  client = new pg.Client(desk.urls.staff);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await desk.close();
});

const device = async (name: string, product: string, version: string | null) => {
  const id = uuidv7();
  const { partnerId, id: clientId } = desk.cast.client;
  await client.query(
    `insert into device (id, partner_id, client_id, name, technology_kind, product, version, created_at)
     values ($1, $2, $3, $4, 'OPERATING_SYSTEM', $5, $6, desk_now())`,
    [id, partnerId, clientId, name, product, version],
  );
  return toGlobalId("Device", id);
};
const technology = (product: string, version: string) => ({
  kindOfWork: "TROUBLESHOOTING",
  technology: { kind: "OPERATING_SYSTEM", product, version },
});

describe("a mail's words", () => {
  const mailed = () => {
    const requesterId = toGlobalId("Contact", desk.cast.requester.id);
    return on.open({ channel: "EMAIL", affected: "ALL", workaround: false, requesterId }, "technician");
  };

  test("make nothing urgent, not even when somebody states something else", async () => {
    const { id } = await mailed();
    const after = await on.done("technician", "stateFacts", { ticketId: id, facts: { estimatedMinutes: 20 } });
    expect(after).toMatchObject({ priority: { code: "STANDARD" }, couldBeUrgent: true });
  });

  test("count once the requester says the same in the portal", async () => {
    const { id } = await mailed();
    const after = await on.done("requester", "stateFacts", { ticketId: id, affected: "ALL", workaround: false });
    expect(after).toMatchObject({ priority: { code: "URGENT" }, couldBeUrgent: false });
  });

  test("half of them confirmed is not enough", async () => {
    const { id } = await mailed();
    const after = await on.done("technician", "stateFacts", { ticketId: id, affected: "ALL" });
    expect(after).toMatchObject({ priority: { code: "STANDARD" }, couldBeUrgent: true });
  });
});

describe("what a request is about, stated anew", () => {
  test("is one thing: another device brings its own version, or none", async () => {
    const { id } = await on.open({ facts: technology("macOS", "10.6") });
    const old = await on.look(id, "coverage { outcome }");
    expect(old.coverage.outcome).toBe("EXCLUDED");
    const windows = await device("Front desk", "Windows", null);
    await on.done("technician", "stateFacts", { ticketId: id, deviceId: windows });
    expect((await on.look(id, "coverage { outcome }")).coverage.outcome).not.toBe("EXCLUDED");
    expect((await on.story(id)).find((l: { kind: string }) => l.kind === "FACTS")).toMatchObject({
      change: expect.stringMatching(/product: Windows.*version: not known/i),
    });
  });

  test("another device of the same kind is news too", async () => {
    const [first, second] = [await device("Mac A", "macOS", "15"), await device("Mac B", "macOS", "15")];
    const { id } = await on.open({ deviceId: first, facts: { kindOfWork: "TROUBLESHOOTING" } });
    await on.done("technician", "stateFacts", { ticketId: id, deviceId: second });
    expect((await on.look(id, "device { name }")).device.name).toBe("Mac B");
    const { userErrors, current } = await on.act("technician", "stateFacts", { ticketId: id, deviceId: second });
    expect(userErrors).toMatchObject([{ code: "INVALID" }]);
    expect(current).not.toBeNull();
  });

  test("a printer has no macOS", async () => {
    const { id } = await on.open({ facts: technology("macOS", "10.6") });
    await on.done("technician", "stateFacts", { ticketId: id, facts: { technology: { kind: "PRINTER" } } });
    const { coverage } = await on.look(id, "coverage { outcome clause { code } }");
    expect(coverage.clause?.code).not.toBe("manufacturer-ended");
  });

  test("versions are judged as of the day on which it was asked", async () => {
    await desk.travel("2027-10-11T15:00:00Z");
    const { id } = await on.open({ facts: technology("Windows", "11 25H2") }); // supported to 2027-10-12
    expect((await on.look(id, "coverage { outcome }")).coverage.outcome).toBe("COVERED");
    await desk.travel("2027-10-14T15:00:00Z");
    await on.done("technician", "stateFacts", { ticketId: id, facts: { estimatedMinutes: 10 } });
    expect((await on.look(id, "coverage { outcome }")).coverage.outcome).toBe("COVERED");
  });
});
