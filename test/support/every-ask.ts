import type { Tokens } from "../../api/app/sign-ins.ts";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { swift } from "./agreements.ts";
import { CookieClient } from "./cookie-client.ts";
import type { TestDesk } from "./desk.ts";
import type { keysOf } from "./keys.ts";
import { staffOf } from "./staff.ts";
import { supportAsks } from "./support-asks.ts";
import { upload } from "./upload.ts";
import type { verbsOn } from "./verbs.ts";

export type Ask = [who: keyof Tokens, input: object];
/** Read when a request is made: a desk is not there yet when tests are listed. */
export type Parts = {
  readonly desk: TestDesk;
  readonly on: ReturnType<typeof verbsOn>;
  readonly keys: ReturnType<typeof keysOf>;
};

/** One request for each mutation that is done; whoever adds a mutation adds its row. In this order. */
export function everyAsk(parts: Parts): { readonly [mutation: string]: () => Promise<Ask> } {
  const ticket = async (more: object = {}) =>
    (await parts.on.open({ clientId: parts.desk.clientId, ...more }, "technician")).id as string;
  const onTicket =
    (more: object = {}, who: keyof Tokens = "technician", prepare?: (id: string) => Promise<unknown>) =>
    async (): Promise<Ask> => {
      const ticketId = await ticket({ requesterId: toGlobalId("Contact", parts.desk.cast.requester.id) });
      await prepare?.(ticketId);
      return [who, { ticketId, ...more }];
    };
  const note = (step: string) => ({ step, note: "Done." });
  const allSteps = ["IDENTIFY_CAUSE", "RESOLVE", "TEST", "DOCUMENT"].map(note);
  const booked = async (ticketId: string, from: string) =>
    parts.on.ask(
      "technician",
      `mutation { bookAppointment(input: { ticketId: "${ticketId}", from: "${from}" }) { userErrors { code } } }`,
    );
  const session = async (): Promise<Ask> => {
    const made = await parts.on.ask(
      "technician",
      `mutation { startSession(input: { ticketId: "${await ticket()}", consentBy: "Robin" }) { session { id } } }`,
    );
    return ["technician", { sessionId: made.startSession.session.id }];
  };
  const contractId = async () =>
    (
      await parts.on.ask("manager", "query($id: ID!) { node(id: $id) { ... on Client { contract { id } } } }", {
        id: parts.desk.clientId,
      })
    ).node.contract.id as string;
  const sealed = async (): Promise<Ask> => {
    const ticketId = await ticket();
    await parts.on.done("technician", "reply", { ticketId, body: "Done." });
    return [
      "manager",
      {
        clockId: (await parts.on.look(ticketId, "slaClock(metric: FIRST_RESPONSE) { id }")).slaClock.id,
        verdict: "MISSED",
        reason: "Nobody could read it",
      },
    ];
  };

  const codeOfScreen = async () => (await new CookieClient(parts.desk.origin).post("/pair")).body.code as string;
  const invited = async (name: string) =>
    (await staffOf(parts.desk).invite(`${name}@parts.desk.example`, "TECHNICIAN")).account.technician.id as string;
  const endpoint = async (): Promise<string> => {
    const { createWebhookEndpoint } = await parts.on.ask(
      "partner",
      `mutation { createWebhookEndpoint(input: { url: "https://hooks.example.com/every" }) { endpoint { id } } }`,
    );
    return createWebhookEndpoint.endpoint.id;
  };
  const onEndpoint =
    (more: object = {}) =>
    async (): Promise<Ask> => ["partner", { endpointId: await endpoint(), ...more }];

  return {
    createTicket: async () => [
      "partner",
      {
        clientId: parts.desk.clientId,
        subject: "Every mutation",
        affected: "ALL",
        attachmentIds: [await upload(parts.desk, "partner")],
      },
    ],
    stateFacts: onTicket({ affected: "ALL", workaround: false }, "requester"),
    setPriority: onTicket({ priority: "URGENT", reason: "The board asked" }, "manager"),
    overrideCoverage: onTicket({ outcome: "EXCLUDED", clause: "onsite", reason: "Somebody has to go there" }),
    withdrawOverride: onTicket({}, "technician", (ticketId) =>
      parts.on.done("technician", "overrideCoverage", { ticketId, outcome: "LIMITED", reason: "Within limits" }),
    ),
    reply: async () => [
      "technician",
      { ticketId: await ticket(), body: "We are on it.", attachmentIds: [await upload(parts.desk, "technician")] },
    ],
    addNote: onTicket({ body: "Seen." }, "partner"),
    completeStep: onTicket(note("TEST")),
    takeNext: async () => {
      await ticket();
      return ["technician", {}];
    },
    takeTicket: onTicket(),
    assignTicket: onTicket({
      get technicianId() {
        return toGlobalId("Technician", parts.desk.cast.technician.id);
      },
    }),
    waitOn: onTicket({ on: "PARTS" }),
    resume: onTicket(),
    resolve: onTicket({ steps: allSteps, message: "Solved." }),
    reopen: onTicket({ reason: "Not yet" }, "requester", (ticketId) =>
      parts.on.done("technician", "resolve", { ticketId, steps: allSteps }),
    ),
    close: onTicket({ steps: allSteps }),
    cancel: onTicket({ reason: "Never mind" }, "requester"),
    mergeTickets: async () => ["technician", { ticketId: await ticket(), intoTicketId: await ticket() }],
    setExternalRef: async () => {
      const ticketId = await ticket();
      return ["partner", { ticketId, system: "every", id: ticketId }];
    },
    removeExternalRef: onTicket({ system: "every" }, "partner", (ticketId) =>
      parts.on.done("partner", "setExternalRef", { ticketId, system: "every", id: `${ticketId} to go` }),
    ),
    startSession: onTicket({ consentBy: "Robin" }),
    heartbeat: session,
    retryJoinLink: session,
    endSession: session,
    summariseSession: async () => [(await session())[0], { ...(await session())[1], summary: "Settings mended" }],
    sendBookingLink: onTicket({ lengthSeconds: 3600 }),
    holdSlot: onTicket({ from: "2026-12-01T15:00:00Z" }, "requester"),
    releaseSlot: onTicket({}, "requester"),
    answerBookingLink: onTicket({ ask: "ANOTHER_TIME", body: "Fridays, after four" }, "requester"),
    bookAppointment: onTicket({ from: "2026-12-01T16:00:00Z" }, "partner"),
    rescheduleAppointment: onTicket({ from: "2026-12-02T15:00:00Z" }, "requester", (ticketId) =>
      booked(ticketId, "2026-12-01T18:00:00Z"),
    ),
    cancelAppointment: onTicket({ reason: "Not then" }, "requester", (ticketId) =>
      booked(ticketId, "2026-12-01T19:00:00Z"),
    ),
    setSkills: async () => [
      "manager",
      { technicianId: toGlobalId("Technician", parts.desk.cast.technician.id), skills: ["PRINTER", "NETWORK"] },
    ],
    planShifts: async () => [
      "manager",
      {
        technicianId: toGlobalId("Technician", parts.desk.cast.technician.id),
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
    ...supportAsks(() => parts.desk, contractId),
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
    createApiKey: async () => ["manager", { partnerId: parts.keys.partnerId, name: "Every", scopes: ["tickets:read"] }],
    createMonitoringSource: async () => ["manager", { clientId: parts.desk.clientId, name: "Every" }],
    rotateApiKey: async () => ["partner", { keyId: (await parts.keys.create()).apiKey.id, overlapSeconds: 60 }],
    revokeApiKey: async () => ["manager", { keyId: (await parts.keys.create()).apiKey.id, reason: "Every" }],
    pairDevice: async () => ["manager", { code: await codeOfScreen(), name: "Every" }],
    revokeDevice: async () => {
      const { device } = await parts.keys.must(
        "pairDevice",
        { code: await codeOfScreen(), name: "Hall" },
        "device { id }",
      );
      return ["manager", { deviceId: device.id }];
    },
    inviteStaff: async () => ["manager", { email: "every@parts.desk.example", role: "TECHNICIAN", name: "Eve Every" }],
    createPasswordLink: async () => ["manager", { technicianId: await invited("link") }],
    setStaffAccess: async () => [
      "manager",
      { technicianId: await invited("access"), role: "TECHNICIAN", suspended: true },
    ],
    createSignInLink: async () => ["manager", { contactId: toGlobalId("Contact", parts.desk.cast.requester.id) }],
    setClock: async () => ["manager", { to: "2026-11-30T15:30:00Z" }],
  };
}
