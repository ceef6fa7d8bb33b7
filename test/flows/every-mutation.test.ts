import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSchema } from "../../api/app/graphql-schema.ts";
import type { Tokens } from "../../api/app/sign-ins.ts";
import { permissions } from "../../api/people/permissions.ts";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { swift } from "../support/agreements.ts";
import { CookieClient } from "../support/cookie-client.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { allowImmediate } from "../support/immediate.ts";
import { keysOf } from "../support/keys.ts";
import { post } from "../support/post.ts";
import { documentsOf } from "../support/slots.ts";
import { staffOf } from "../support/staff.ts";
import { supportAsks } from "../support/support-asks.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let keys: ReturnType<typeof keysOf>;
const schema = buildSchema();
const documents = documentsOf(schema, () => "none_00000000000000000000000000000000");
beforeAll(async () => {
  process.env["TEST_LOG"] ??= "silent";
  desk = await startDesk({ worker: false });
  on = verbsOn(desk);
  keys = keysOf(desk);
  await allowImmediate(desk);
});
afterAll(() => desk?.close());

type Ask = [who: keyof Tokens, input: object];
const ticket = async (more: object = {}) =>
  (await on.open({ clientId: desk.clientId, ...more }, "technician")).id as string;
const onTicket =
  (more: object = {}, who: keyof Tokens = "technician", prepare?: (id: string) => Promise<unknown>) =>
  async (): Promise<Ask> => {
    const ticketId = await ticket({ requesterId: toGlobalId("Contact", desk.cast.requester.id) });
    await prepare?.(ticketId);
    return [who, { ticketId, ...more }];
  };
const note = (step: string) => ({ step, note: "Done." });
const allSteps = ["IDENTIFY_CAUSE", "RESOLVE", "TEST", "DOCUMENT"].map(note);
const booked = async (ticketId: string, from: string) =>
  on.ask(
    "technician",
    `mutation { bookAppointment(input: { ticketId: "${ticketId}", from: "${from}" }) { userErrors { code } } }`,
  );
const session = async (): Promise<Ask> => {
  const made = await on.ask(
    "technician",
    `mutation { startSession(input: { ticketId: "${await ticket()}", consentBy: "Robin" }) { session { id } } }`,
  );
  return ["technician", { sessionId: made.startSession.session.id }];
};
const contractId = async () =>
  (
    await on.ask("manager", "query($id: ID!) { node(id: $id) { ... on Client { contract { id } } } }", {
      id: desk.clientId,
    })
  ).node.contract.id as string;
const sealed = async (): Promise<Ask> => {
  const ticketId = await ticket();
  await on.done("technician", "reply", { ticketId, body: "Done." });
  return [
    "manager",
    {
      clockId: (await on.look(ticketId, "slaClock(metric: FIRST_RESPONSE) { id }")).slaClock.id,
      verdict: "MISSED",
      reason: "Nobody could read it",
    },
  ];
};

const codeOfScreen = async () => (await new CookieClient(desk.origin).post("/pair")).body.code as string;
const invited = async (name: string) =>
  (await staffOf(desk).invite(`${name}@desk.example`, "TECHNICIAN")).account.technician.id as string;
const endpoint = async (): Promise<string> => {
  const { createWebhookEndpoint } = await on.ask(
    "partner",
    `mutation { createWebhookEndpoint(input: { url: "https://hooks.example.com/every" }) { endpoint { id } } }`,
  );
  return createWebhookEndpoint.endpoint.id;
};
const onEndpoint =
  (more: object = {}) =>
  async (): Promise<Ask> => ["partner", { endpointId: await endpoint(), ...more }];

/** One request for each mutation that is done; whoever adds a mutation adds its row. In this order. */
const asks: { readonly [mutation: string]: () => Promise<Ask> } = {
  createTicket: async () => ["partner", { clientId: desk.clientId, subject: "Every mutation", affected: "ALL" }],
  stateFacts: onTicket({ affected: "ALL", workaround: false }, "requester"),
  setPriority: onTicket({ priority: "URGENT", reason: "The board asked" }, "manager"),
  overrideCoverage: onTicket({ outcome: "EXCLUDED", clause: "onsite", reason: "Somebody has to go there" }),
  withdrawOverride: onTicket({}, "technician", (ticketId) =>
    on.done("technician", "overrideCoverage", { ticketId, outcome: "LIMITED", reason: "Within limits" }),
  ),
  reply: onTicket({ body: "We are on it." }),
  addNote: onTicket({ body: "Seen." }, "partner"),
  completeStep: onTicket(note("TEST")),
  takeNext: async () => {
    await ticket();
    return ["technician", {}];
  },
  takeTicket: onTicket(),
  assignTicket: onTicket({
    get technicianId() {
      return toGlobalId("Technician", desk.cast.technician.id);
    },
  }),
  waitOn: onTicket({ on: "PARTS" }),
  resume: onTicket(),
  resolve: onTicket({ steps: allSteps, message: "Solved." }),
  reopen: onTicket({ reason: "Not yet" }, "requester", (ticketId) =>
    on.done("technician", "resolve", { ticketId, steps: allSteps }),
  ),
  close: onTicket({ steps: allSteps }),
  cancel: onTicket({ reason: "Never mind" }, "requester"),
  mergeTickets: async () => ["technician", { ticketId: await ticket(), intoTicketId: await ticket() }],
  setExternalRef: async () => {
    const ticketId = await ticket();
    return ["partner", { ticketId, system: "every", id: ticketId }];
  },
  removeExternalRef: onTicket({ system: "every" }, "partner", (ticketId) =>
    on.done("partner", "setExternalRef", { ticketId, system: "every", id: `${ticketId} to go` }),
  ),
  startSession: onTicket({ consentBy: "Robin" }),
  heartbeat: session,
  endSession: session,
  summariseSession: async () => [(await session())[0], { ...(await session())[1], summary: "Settings mended" }],
  sendBookingLink: onTicket({ lengthSeconds: 3600 }),
  holdSlot: onTicket({ from: "2026-12-01T15:00:00Z" }, "requester"),
  bookAppointment: onTicket({ from: "2026-12-01T16:00:00Z" }, "partner"),
  rescheduleAppointment: onTicket({ from: "2026-12-02T15:00:00Z" }, "requester", (ticketId) =>
    booked(ticketId, "2026-12-01T18:00:00Z"),
  ),
  cancelAppointment: onTicket({ reason: "Not then" }, "requester", (ticketId) =>
    booked(ticketId, "2026-12-01T19:00:00Z"),
  ),
  planShifts: async () => [
    "manager",
    {
      technicianId: toGlobalId("Technician", desk.cast.technician.id),
      from: "2027-12-01T00:00:00Z",
      until: "2027-12-02T00:00:00Z",
      shifts: [{ from: "2027-12-01T14:00:00Z", until: "2027-12-01T22:00:00Z" }],
    },
  ],
  publishCalendar: async () => [
    "manager",
    {
      code: "every",
      timeZone: "Europe/Berlin",
      week: [1, 2, 3].map((day) => ({ day, windows: [{ from: "09:00", until: "17:00" }] })),
    },
  ],
  publishPlan: async () => ["manager", { ...swift, code: "every" }],
  applyToOpenClocks: async () => ["manager", { kind: "PLAN", code: "every", version: 1 }],
  setAddOn: async () => ["manager", { contractId: await contractId(), kind: "AFTER_HOURS" }],
  endAddOn: async () => ["manager", { contractId: await contractId(), kind: "AFTER_HOURS" }],
  reviseVerdict: sealed,
  createWebhookEndpoint: async () => ["partner", { url: "https://hooks.example.com/new" }],
  updateWebhookEndpoint: onEndpoint({ name: "Every", types: ["TICKET_CREATED"] }),
  disableWebhookEndpoint: onEndpoint({ reason: "It moves" }),
  enableWebhookEndpoint: onEndpoint({ skipMissed: true }),
  deleteWebhookEndpoint: onEndpoint(),
  rotateWebhookSecret: onEndpoint(),
  sendTestWebhook: onEndpoint(),
  replayWebhooks: onEndpoint({ after: "0", upTo: "10", deliveredToo: true }),
  startExport: async () => ["partner", {}],
  ...supportAsks(() => desk, contractId),
  createClient: async () => [
    "manager",
    {
      name: "Every",
      code: "EVERY",
      timeZone: "UTC",
      planCode: "standard",
      calendarCode: "provider",
      contractFrom: "2026-01-01",
    },
  ],
  createTeam: async () => ["manager", { name: "Every" }],
  createTechnician: async () => ["manager", { name: "Ed Every" }],
  createPartner: async () => ["manager", { name: "Every partner" }],
  createApiKey: async () => ["manager", { partnerId: keys.partnerId, name: "Every", scopes: ["tickets:read"] }],
  createMonitoringSource: async () => ["manager", { clientId: desk.clientId, name: "Every" }],
  rotateApiKey: async () => ["partner", { keyId: (await keys.create()).apiKey.id, overlapSeconds: 60 }],
  revokeApiKey: async () => ["manager", { keyId: (await keys.create()).apiKey.id, reason: "Every" }],
  pairDevice: async () => ["manager", { code: await codeOfScreen(), name: "Every" }],
  revokeDevice: async () => {
    const { device } = await keys.must("pairDevice", { code: await codeOfScreen(), name: "Hall" }, "device { id }");
    return ["manager", { deviceId: device.id }];
  },
  inviteStaff: async () => ["manager", { email: "every@desk.example", role: "TECHNICIAN", name: "Eve Every" }],
  createPasswordLink: async () => ["manager", { technicianId: await invited("link") }],
  setStaffAccess: async () => [
    "manager",
    { technicianId: await invited("access"), role: "TECHNICIAN", suspended: true },
  ],
  createSignInLink: async () => ["manager", { contactId: toGlobalId("Contact", desk.cast.requester.id) }],
  setClock: async () => ["manager", { to: "2026-11-30T15:30:00Z" }],
};

test("there is a request here for every mutation", () => {
  expect(Object.keys(asks).sort()).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort());
  for (const name of Object.keys(asks)) expect(permissions[name], name).toBeDefined();
});

describe("sent twice under one key", () => {
  test.each(Object.entries(asks))("%s is done once, and answered the same to the letter", async (name, prepare) => {
    const [who, input] = await prepare();
    const query = documents.mutation(name);
    const ask = () => post(desk, who, { query, variables: { input } }, { "idempotency-key": `every-${name}` });
    const first = await ask();
    expect(first.errors).toBeUndefined();
    const done = first.data[name];
    expect(done.userErrors).toEqual([]);
    const before = await fingerprint(desk.urls.owner);
    const second = await ask();
    expect(second.said).toBe(first.said);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    expect(await fingerprint(desk.urls.owner)).toEqual(before);
    // the record alone, as when the process died before it had answered
    const worker = new pg.Client(desk.urls.worker);
    await worker.connect();
    await worker.query("update idempotency_record set answer = null where key = $1", [`every-${name}`]);
    await worker.end();
    const third = await ask();
    expect(third.errors).toBeUndefined();
    expect(third.data).toEqual(first.data);
  });
});

describe("with a version that is no longer the thing's", () => {
  const fieldsOf = (type: string) => (schema.getType(type) as never as { getFields(): object }).getFields();
  const named = (name: string) => `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const verbs = Object.entries(asks).filter(([name]) => "expectedVersion" in fieldsOf(`${named(name)}Input`));
  const versionOf = async (id: string): Promise<number> => {
    const query = "query($id: ID!) { node(id: $id) { ... on Ticket { version } ... on WebhookEndpoint { version } } }";
    return (await on.ask("manager", query, { id })).node.version;
  };

  test("this is asked of every verb on a ticket and on an endpoint", () => {
    const takes = (id: string) => verbs.filter(([name]) => id in fieldsOf(`${named(name)}Input`)).length;
    expect([takes("ticketId"), takes("endpointId")]).toEqual([verbs.length - 5, 5]);
    expect(verbs.length).toBeGreaterThan(20);
  });

  test.each(verbs)("%s changes nothing and answers how it stands", async (name, prepare) => {
    const [who, input] = await prepare();
    const { ticketId, endpointId } = input as { ticketId?: string; endpointId?: string };
    const [id, thing] = ticketId ? [ticketId, "ticket"] : [endpointId as string, "endpoint"];
    const answered = thing in fieldsOf(`${named(name)}Payload`) ? `${thing} { id }` : "";
    const version = await versionOf(id);
    const before = await fingerprint(desk.urls.owner);
    const query = `mutation($input: ${named(name)}Input!) { ${name}(input: $input) {
      ${answered} current { id version } userErrors { code field } } }`;
    for (const stale of [version - 1, version + 1]) {
      const { data } = await post(desk, who, { query, variables: { input: { ...input, expectedVersion: stale } } });
      expect(data[name]).toEqual({
        ...(answered && { [thing]: null }),
        current: { id, version },
        userErrors: [{ code: "STALE_VERSION", field: "expectedVersion" }],
      });
    }
    expect(await fingerprint(desk.urls.owner)).toEqual(before);
    const { data } = await post(desk, who, { query, variables: { input: { ...input, expectedVersion: version } } });
    expect(data[name].userErrors).toEqual([]);
  });
});
