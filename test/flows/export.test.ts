import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientOfOther, keepBusy } from "../support/busy-desk.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { deskNow, serverDocuments, travelTo } from "../support/server-documents.ts";
import { upload } from "../support/upload.ts";
import { verbsOn, type Who } from "../support/verbs.ts";

let desk: TestDesk;
let other: string;
let client: pg.Client;
beforeAll(async () => {
  desk = await startDesk();
  other = await clientOfOther(desk);
  client = new pg.Client(desk.urls.owner);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await desk.close();
});

const FIELDS = `id state parts linesDone linesTotal position manifestPath error expiresAt
  files { name part path lines bytes gzipBytes sha256 }`;
const start = async (who: Who = "partner", input: object = {}) => {
  const { data, errors } = await desk.gql(
    who,
    `mutation($input: StartExportInput!) { startExport(input: $input) { export { ${FIELDS} } userErrors { code field } } }`,
    { input },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.startExport;
};
const look = async (id: string, who: Who = "partner") =>
  (await desk.gql(who, `query($id: ID!) { node(id: $id) { ... on BulkExport { ${FIELDS} } } }`, { id })).data.node;
const finished = (id: string) =>
  eventually(
    () => look(id),
    (row) => row.state === "DONE" || row.state === "FAILED",
    60_000,
  );
const get = (path: string, who?: Who) =>
  fetch(`${desk.origin}${path}`, who ? { headers: { authorization: `Bearer ${desk.tokens[who]}` } } : {});
const lines = async (path: string): Promise<any[]> => {
  const response = await get(path, "partner");
  expect(response.status).toBe(200);
  const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
};

/** What a change brings of a ticket, as an export's line says it. */
const TICKET = `id number version subject description channel affected workaround status waitingOn priority { code name rank }
  priorityReason coverage { outcome clause { code } } client { id } requester { id name email phone } team { id }
  assignee { id name } closeReason createdAt updatedAt resolvedAt closedAt externalRefs { system id }
  attachments { id name size contentType createdAt }
  slaClocks { id metric cycle startedAt dueAt atRiskAt satisfiedAt breachedAt endedAt verdict sealedAt }`;
type Shown = Record<string, any>;
const ofApi = ({ priority, priorityReason, coverage, client: of, team, ...t }: Shown): Shown => ({
  ...t,
  priority: { ...priority, reason: priorityReason },
  coverage: { outcome: coverage.outcome, clause: coverage.clause?.code ?? null },
  clientId: of.id,
  teamId: team?.id ?? null,
});
const ofLine = ({ clocks, steps: _s, waitingUntil: _w, deviceId: _d, mergedIntoId: _m, ...t }: Shown): Shown => ({
  ...t,
  slaClocks: clocks.map(
    ({ priority: _p, pausedAt: _a, pausedReason: _r, resumesAt: _u, noDueReason: _n, ...c }: Shown) => c,
  ),
});

describe("an export", () => {
  test("taken while 8 write: with the feed after its position applied onto it, it is what the server has", async () => {
    await keepBusy(desk, [desk.clientId, other], { writers: 8, each: 20, seed: 21 });
    const shown = { clientId: desk.clientId, subject: "With files", attachmentIds: [await upload(desk, "partner")] };
    await verbsOn(desk).done("partner", "createTicket", shown);
    let over = false;
    const writing = (async () => {
      for (let seed = 22; !over; seed += 1) await keepBusy(desk, [desk.clientId, other], { writers: 8, each: 4, seed });
    })();
    const made: any[] = [];
    for (let n = 0; n < 4; n += 1) made.push(await finished((await start()).export.id));
    over = true;
    await writing;
    await eventually(
      async () => (await client.query("select 1 from event_inbox limit 1")).rowCount,
      (n) => n === 0,
    );
    const server = await serverDocuments(desk, desk.cast.partner.id);
    let [untouched, renewed] = [0, 0];
    for (const done of made) {
      const [file] = done.files;
      const mine = new Map((await lines(file.path)).map((line) => [line.id, line]));
      const replica = new Map([...mine].map(([id, line]) => [id, ofLine(line)]));
      for (let after = done.position, more = true; more; ) {
        const { data } = await desk.gql(
          "partner",
          `query($after: Position) { changes(after: $after, first: 100) { from to hasMore changes { ticketId ticket { ${TICKET} } } } }`,
          { after },
        );
        const page = data.changes;
        for (const { ticketId, ticket } of page.changes) if (ticketId) replica.set(ticketId, ofApi(ticket));
        for (const { ticketId } of page.changes) mine.delete(ticketId);
        after = page.to;
        more = page.hasMore;
      }
      renewed += replica.size - mine.size;
      untouched += mine.size;
      for (const [id, line] of mine)
        expect(line, "what the feed does not tell of stands in the file as it is").toEqual(server.get(id));
      expect(sorted(replica)).toEqual(sorted(new Map([...server].map(([id, line]) => [id, ofLine(line)]))));
    }
    expect(untouched).toBeGreaterThan(0);
    expect(renewed).toBeGreaterThan(0);
  }, 120_000);

  test("has a manifest that agrees with its files to the byte, and holds its partner's rows alone", async () => {
    const { export: begun } = await start();
    const done = await finished(begun.id);
    expect(done).toMatchObject({ state: "DONE", parts: ["TICKETS", "CLIENTS", "CONTACTS"], error: null });
    expect(done.linesDone).toBe(done.linesTotal);
    const manifest = (await (await get(done.manifestPath, "partner")).json()) as any;
    expect(manifest).toMatchObject({ position: done.position, at: expect.stringMatching(/Z$/) });
    for (const file of done.files) {
      const bytes = Buffer.from(await (await get(file.path, "partner")).arrayBuffer());
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(file.sha256);
      expect(bytes.length).toBe(file.gzipBytes);
      const text = gunzipSync(bytes);
      expect(text.length).toBe(file.bytes);
      expect(text.toString().split("\n").length - 1).toBe(file.lines);
      expect(manifest.files).toContainEqual(
        expect.objectContaining({ name: file.name, sha256: file.sha256, lines: file.lines }),
      );
    }
    expect(await lines(done.files[1].path)).toEqual([expect.objectContaining({ id: desk.clientId, code: "FIRST" })]);
    expect(await lines(done.files[2].path)).toEqual([expect.objectContaining({ name: "Robin Requester" })]);
    const kept = await client.query(
      "select asked_by, origin, downloads from bulk_export order by created_at desc, id desc limit 1",
    );
    expect(kept.rows[0]).toMatchObject({ asked_by: "First partner", origin: expect.any(String), downloads: 6 });
  });

  test("holds the parts that were asked for; two are not written at once", async () => {
    expect(await start("partner", { parts: [] })).toMatchObject({
      export: null,
      userErrors: [{ code: "INVALID", field: "parts" }],
    });
    const [a, b] = await Promise.all([
      start("partner", { parts: ["CLIENTS"] }),
      start("partner", { parts: ["CLIENTS"] }),
    ]);
    const codes = [a, b].flatMap((answer) => answer.userErrors.map((e: { code: string }) => e.code));
    expect(codes.length === 0 || codes[0] === "ALREADY_RUNNING").toBe(true);
    const done = await finished(a.export.id);
    expect(done.files.map((f: { part: string }) => f.part)).toEqual(["CLIENTS"]);
    await finished(b.export.id);
  });
});

describe("its files", () => {
  test("are for the partner's own keys: nobody else is told that they exist, and no name leads elsewhere", async () => {
    const { export: begun } = await start("partner", { parts: ["CLIENTS"] });
    const done = await finished(begun.id);
    const { path } = done.files[0];
    expect((await get(path)).status).toBe(401);
    expect((await get(path, "otherPartner")).status).toBe(404);
    expect(await look(done.id, "otherPartner")).toBeNull();
    for (const who of ["requester", "technician", "wall", "monitoring"] as const)
      expect((await get(path, who)).status, who).toBe(403);
    const folder = path.replace(/[^/]+$/, "");
    for (const odd of ["tickets.jsonl.gz", "..%2f..%2fetc%2fpasswd", "manifest.json%00", "x"])
      expect((await get(`${folder}${odd}`, "partner")).status, odd).toBe(404);
    expect((await get("/exports/exp_0/manifest.json", "partner")).status).toBe(404);
  });

  test("go after seven days of desk time; the record stays", async () => {
    const { export: begun } = await start("partner", { parts: ["CLIENTS"] });
    const done = await finished(begun.id);
    const now = await deskNow(desk);
    expect(Date.parse(done.expiresAt) - now).toBe(7 * 86_400_000);
    const uuid = done.id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    const folder = join(desk.composed.house.settings.exportDir, uuid);
    expect(existsSync(folder)).toBe(true);
    await travelTo(desk, now + 7 * 86_400_000 - 1_000);
    expect((await get(done.files[0].path, "partner")).status).toBe(200);
    await travelTo(desk, now + 7 * 86_400_000);
    expect((await get(done.files[0].path, "partner")).status).toBe(410);
    expect(await look(done.id)).toMatchObject({ state: "EXPIRED", files: [], manifestPath: null });
    await eventually(
      () => existsSync(folder),
      (there) => !there,
    );
  });
});

const sorted = (of: ReadonlyMap<string, object>) => [...of].toSorted(([a], [b]) => (a < b ? -1 : 1));
