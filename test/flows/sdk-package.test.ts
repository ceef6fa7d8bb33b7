import { execFile } from "node:child_process";
import { stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDesk, type Desk } from "../../schema/sdk/index.ts";
import { kill } from "../support/child.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { feedEnd } from "../support/feed-end.ts";
import { flakyProxy } from "../support/flaky-proxy.ts";
import { Psa } from "../support/psa.ts";
import { inStep } from "../support/psa-in-step.ts";
import { readmeProgram } from "../support/readme-program.ts";
import { sdkProject } from "../support/sdk-project.ts";
import { seeded } from "../support/seeded.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let partner: Desk;
let project: Awaited<ReturnType<typeof sdkProject>>;
let example: string;
let psa: Psa;
let line: Awaited<ReturnType<typeof flakyProxy>>;
let feed: Awaited<ReturnType<typeof feedEnd>>;
beforeAll(async () => {
  [desk, project, psa] = await Promise.all([startDesk(), sdkProject(), new Psa().listen()]);
  feed = await feedEnd(desk);
  line = await flakyProxy(desk.url);
  partner = createDesk({ url: desk.url, token: desk.tokens.partner });
  example = await project.example("psa-sync.mjs");
});
afterAll(async () => {
  await project.close();
  await psa.close();
  await line.close();
  await feed.close();
  await desk.close();
});

test("the SDK installs into an empty project by itself, and is small", async () => {
  expect(await project.others()).toEqual([]);
  // most of it is the contract and its types, which grow with every operation
  expect((await stat(project.tarball)).size).toBeLessThan(225_000);
});

test("its types hold for a partner's own strict compiler, in the example and beside it", async () => {
  await writeFile(join(project.folder, "own.ts"), OWN);
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const types = join(createRequire(import.meta.url).resolve("@types/node/package.json"), "../..");
  const flags =
    "--noEmit --strict --exactOptionalPropertyTypes --skipLibCheck false --allowJs --checkJs --module nodenext --target es2022 --lib es2022,dom,dom.asynciterable --types node --typeRoots";
  const checked = await promisify(execFile)(process.execPath, [tsc, ...flags.split(" "), types, "own.ts", example], {
    cwd: project.folder,
  }).catch((error) => error);
  expect(checked.stdout).toBe("");
});

test.each([
  ["the runtime's own socket", []],
  ["the socket that comes along, as on Node 18 and 20", ["--no-experimental-websocket"]],
])("the example keeps a PSA and the desk in step, by %s", async (what, flags) => {
  const sync = await project.run(example, env(), flags);
  const on = verbsOn(desk);

  const { id } = await on.open({ subject: `Opened at the desk by ${what}` });
  const theirs = psa.open(`Opened in the PSA by ${what}`, "anna", { description: "It hums." });
  await inStep({ partner, psa, feed });
  const opened = await partner.ticket({ externalRef: { system: "psa", id: theirs.id } });
  expect(opened).toMatchObject({ subject: theirs.subject, description: "It hums." });

  await on.done("technician", "reply", { ticketId: id, body: "Have you tried the other printer?" });
  await on.done("technician", "addNote", { ticketId: id, body: "Between ourselves." });
  psa.comment(theirs.id, "It still hums.", "anna");
  psa.update(theirs.id, "anna", { status: "Cancelled" });
  const both = await inStep({ partner, psa, feed });
  expect(both).toContainEqual(expect.objectContaining({ desk: id, messages: ["Have you tried the other printer?"] }));
  const cancelled = expect.objectContaining({ psa: theirs.id, status: "Cancelled", messages: ["It still hums."] });
  expect(both).toContainEqual(cancelled);

  psa.update(theirs.id, "anna", { status: "Waiting" }); // the desk decides: cancelled is for good
  expect(await inStep({ partner, psa, feed })).toContainEqual(cancelled);
  await kill(sync);
});

test("killed again and again, always in the midst of something, it goes on: both sides end equal, nothing is doubled", async () => {
  const random = seeded(Number(process.env["SEED"] ?? 7));
  const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T;
  const on = verbsOn(desk);
  const tickets: string[] = [];
  const theirs: string[] = [];
  const acts: readonly (() => unknown)[] = [
    async () => tickets.push((await on.open({ subject: `Desk ${random()}` })).id),
    () => theirs.push(psa.open(`PSA ${random()}`, "anna").id),
    () => theirs.length && psa.comment(pick(theirs), `anna says ${random()}`, "anna"),
    () => theirs.length && psa.update(pick(theirs), "anna", { status: pick(["Cancelled", "Open", "Waiting"]) }),
    () => tickets.length && on.act("technician", "reply", { ticketId: pick(tickets), body: `We say ${random()}` }),
    () => tickets.length && on.act("technician", "takeTicket", { ticketId: pick(tickets) }),
    () => tickets.length && on.act("technician", "waitOn", { ticketId: pick(tickets), on: "REQUESTER" }),
    () => tickets.length && on.act("manager", "cancel", { ticketId: pick(tickets), reason: "No longer wanted" }),
  ];
  for (const point of KILLED_AT) {
    const sync = await project.run(example, env());
    const killed = new Promise((done) => sync.once("exit", done));
    psa.beforeAnswer = (route) => void (route === point && sync.kill("SIGKILL"));
    line.beforeAnswer = (body) => void (body.includes(point) && sync.kill("SIGKILL"));
    for (let n = 0; n < 6; n++) await pick(acts)();
    // whatever else happened: each life comes to its point
    const { id } = await on.open({ subject: `Desk, ${point}` });
    await on.done("technician", "reply", { ticketId: id, body: `We say: ${point}` });
    psa.comment(psa.open(`PSA, ${point}`, "anna").id, `anna says: ${point}`, "anna");
    await killed;
    psa.beforeAnswer = line.beforeAnswer = () => {};
  }
  const sync = await project.run(example, env());
  const both = await inStep({ partner, psa, feed });
  expect(both.length).toBe(psa.tickets.size);
  expect(new Set(both.map(({ subject }) => subject)).size).toBe(both.length);
  for (const { messages } of both) expect(new Set(messages).size).toBe(messages.length);
  await kill(sync);
});

test("what the README shows, runs", async () => {
  const stamp = Math.floor(Date.now() / 1000);
  const secret = `whsec_${Buffer.from("a secret for the README").toString("base64")}`;
  const body = JSON.stringify({ type: "TICKET_TAKEN", position: "1", data: { id: "evt_1" } });
  const signature = new Webhook(secret).sign("msg_1", new Date(stamp * 1000), body);
  const headers = { "webhook-id": "msg_1", "webhook-timestamp": String(stamp), "webhook-signature": signature };
  const { id, version } = await verbsOn(desk).open();
  const before = {
    clientId: desk.clientId,
    ticketId: id,
    expectedVersion: version - 1,
    rawBody: body,
    request: { headers },
  };
  const given = `const { ${Object.keys(before).join(", ")} } = ${JSON.stringify(before)};
    const resync = async () => console.log("resync");
    let applied = 0;
    const apply = async (what) => { console.log("applied", what.id ?? what.type); if (++applied === 2) process.exit(0); };`;
  const file = join(project.folder, "readme.mjs");
  await writeFile(file, readmeProgram(new URL("../../schema/sdk/README.md", import.meta.url), desk.url, given));
  const running = promisify(execFile)(process.execPath, [file], {
    cwd: project.folder,
    env: { PATH: process.env["PATH"], DESK_KEY: desk.tokens.partner, SECRET: secret, OLD_SECRET: secret },
  });
  let said = "";
  running.child.stdout?.on("data", (text) => {
    said += text;
  });
  await expect.poll(() => said, { timeout: 10_000 }).toMatch(/resync/);
  await verbsOn(desk).done("technician", "takeTicket", { ticketId: id });
  await running;
  for (const line of [/^\d+ NEW$/m, /^somebody was faster: /m, /^applied evt_1$/m, /^applied evt_\w{8,}$/m])
    expect(said).toMatch(line);
});

/** Done there, and the one who asked is gone before the answer: a request to the PSA, or a mutation at the desk. */
const KILLED_AT = [
  ...["POST /tickets", "PATCH /tickets/:id", "POST /tickets/:id/comments", "GET /changes"],
  ...["createTicket(", "reply(", "setExternalRef("],
];
const env = () => ({
  ...{ DESK_URL: line.url, DESK_KEY: desk.tokens.partner, DESK_CLIENT: desk.clientId },
  ...{ PSA_URL: psa.url, PSA_KEY: psa.key, STATE: join(project.folder, "state") },
  POLL_SECONDS: "0.1",
});

const OWN = `import { createDesk, UserErrors, type Ticket, type TypedDocument } from "@watchdesk/sdk";
import type { introspection } from "@watchdesk/sdk/introspection";
const desk = createDesk({ url: "https://desk.example.com/graphql", token: async () => "key" });
for await (const { number, status } of desk.tickets({ filter: { status: { in: ["NEW", "OPEN"] } } })) number satisfies Ticket["number"], status satisfies Ticket["status"];
const { ticket } = await desk.createTicket({ clientId: "c", subject: "s", affected: "ALL" });
ticket.externalRefs satisfies { system: string; id: string }[];
// @ts-expect-error: there is no such status
desk.tickets({ filter: { status: { eq: "DONE" } } });
// @ts-expect-error: a filter has one operator
desk.tickets({ filter: { status: { eq: "NEW", in: ["OPEN"] } } });
// @ts-expect-error: the client is missing
desk.createTicket({ subject: "s" });
declare const typed: TypedDocument<{ viewer: { name: string } }, { at?: string }>;
(await desk.request(typed)).viewer.name satisfies string;
// @ts-expect-error: it answers no such thing
(await desk.request(typed)).viewer.age;
const own = await desk.request<{ viewer: { name: string } }>("{ viewer { name } }", {}, { signal: new AbortController().signal });
own.viewer.name satisfies string;
try {
  for await (const change of desk.changes({ after: "0", live: false })) change.changed.status?.to satisfies Ticket["status"] | null | undefined;
} catch (error) {
  if (error instanceof UserErrors) error.errors[0]?.code satisfies string | undefined;
}
export type Schema = introspection["types"]["Ticket"];
`;
