import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { PNG, upload, uploadAll } from "../support/upload.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let owner: pg.Client;
beforeAll(async () => {
  desk = await startDesk();
  on = verbsOn(desk);
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await desk?.close();
});

const FILES = "attachments { id name size contentType createdAt by url }";
const lines = `timeline(first: 100) { edges { node { kind body ${FILES} } } }`;
/** The files of a ticket's lines, by the lines' kinds. */
const onLines = async (id: string, who: "manager" | "requester" | "partner" = "manager") =>
  (await on.look(id, lines, who)).timeline.edges
    .map((e: any) => e.node)
    .filter((line: any) => line.attachments.length > 0)
    .map((line: any) => [line.kind, line.attachments.map((file: any) => file.name)]);

describe("what a requester shows", () => {
  test("comes with the request, in their order, and is read by whoever reads the request", async () => {
    const [second, first] = [
      await upload(desk, "requester", "second.png"),
      await upload(desk, "requester", "first.png"),
    ];
    const ticket = await on.open({ attachmentIds: [first, second], description: "See the pictures." });
    for (const who of ["requester", "technician", "partner"] as const) {
      const { attachments } = await on.look(ticket.id, FILES, who);
      expect(attachments).toMatchObject([
        { id: first, name: "first.png", size: PNG.length, contentType: "image/png", by: "Robin Requester" },
        { id: second, name: "second.png", createdAt: "2026-11-30T15:00:00Z" },
      ]);
    }
    expect(await onLines(ticket.id, "requester")).toEqual([["CREATED", ["first.png", "second.png"]]]);
    const { node } = await on.ask("partner", `{ node(id: "${first}") { __typename ... on Attachment { name } } }`);
    expect(node).toEqual({ __typename: "Attachment", name: "first.png" });
  });

  test("comes with a message of either side; what comes with a note stays within the desk", async () => {
    const { id: ticketId } = await on.open();
    await on.done("technician", "reply", {
      ticketId,
      body: "Try this.",
      attachmentIds: [await upload(desk, "technician", "how-to.txt", "1. Restart")],
    });
    await on.done("requester", "reply", {
      ticketId,
      body: "It says so.",
      attachmentIds: [await upload(desk, "requester", "error.png")],
    });
    const log = await upload(desk, "partner", "their.log", "all quiet\n");
    await on.done("partner", "addNote", { ticketId, body: "Seen.", attachmentIds: [log] });
    const open = [
      ["REPLY", ["how-to.txt"]],
      ["REQUESTER_MESSAGE", ["error.png"]],
    ];
    expect(await onLines(ticketId, "requester")).toEqual(open);
    expect(await onLines(ticketId)).toEqual([...open, ["NOTE", ["their.log"]]]);
    expect((await on.look(ticketId, FILES, "requester")).attachments).toHaveLength(2);
    expect((await on.look(ticketId, FILES, "partner")).attachments).toHaveLength(3);
    expect((await on.ask("requester", `{ node(id: "${log}") { id } }`)).node).toBeNull();
  });

  test("is told with the message in the partner's feed, by id and name, and never by its bytes", async () => {
    const ask = (after: string) =>
      on.ask(
        "partner",
        "query($after: Position) { changes(first: 100, after: $after) { to changes { type attachments { id name } entry { attachments { name url } } } } }",
        { after },
      );
    await desk.travel("2026-11-30T15:00:10Z");
    const { to } = (await on.ask("partner", "{ changes(first: 1) { to } }")).changes;
    const shown = await upload(desk, "requester", "shown.png");
    const ticket = await on.open({ attachmentIds: [shown] });
    const answer = await upload(desk, "technician", "answer.pdf", "%PDF-1.7\n");
    await on.done("technician", "reply", { ticketId: ticket.id, body: "Like this.", attachmentIds: [answer] });
    await desk.travel("2026-11-30T15:00:11Z");
    const { changes } = (await ask(to)).changes;
    expect(changes.find((c: any) => c.type === "TICKET_CREATED").attachments).toEqual([
      { id: shown, name: "shown.png" },
    ]);
    expect(changes.find((c: any) => c.type === "TICKET_REPLIED")).toMatchObject({
      attachments: [{ id: answer, name: "answer.pdf" }],
      entry: { attachments: [{ name: "answer.pdf", url: expect.stringContaining("/attachments/") }] },
    });
    expect(changes.find((c: any) => c.type === "COVERAGE_DECIDED").attachments).toEqual([]);
  });

  test("is read along with pages of tickets and of their stories", async () => {
    const { data, errors } = await desk.gql(
      "technician",
      `{ tickets(first: 20) { edges { node { attachments { name } ${lines} } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.tickets.edges.flatMap((e: any) => e.node.attachments).length).toBeGreaterThan(4);
  });
});

describe("an upload that is not attached", () => {
  const refusedWith = async (who: "requester" | "technician" | "partner", attachmentIds: string[]) => {
    const { id } = await on.open({}, "technician");
    const before = await on.look(id, "version");
    const { ticket, userErrors } = await on.act("technician", "reply", { ticketId: id, body: "See.", attachmentIds });
    expect(ticket).toBeNull();
    expect(await on.look(id, "version"), who).toEqual(before);
    return userErrors;
  };
  const unknown = [{ code: "NOT_FOUND", field: "attachmentIds", message: expect.stringMatching(/upload it again/) }];

  test("can be attached by nobody but its uploader, whoever else that is", async () => {
    for (const who of ["requester", "partner", "manager"] as const)
      expect(await refusedWith("technician", [await upload(desk, who)])).toEqual(unknown);
    const theirs = await upload(desk, "otherPartner");
    const { userErrors } = await on.act("partner", "createTicket", {
      clientId: desk.clientId,
      subject: "Not mine",
      attachmentIds: [theirs],
    });
    expect(userErrors).toEqual(unknown);
  });

  test("can be attached once, is refused when it was never one, and is not named twice", async () => {
    const id = await upload(desk, "technician");
    const { id: ticketId } = await on.open();
    await on.done("technician", "addNote", { ticketId, body: "Once.", attachmentIds: [id] });
    expect(await refusedWith("technician", [id])).toEqual(unknown);
    expect(await refusedWith("technician", ["att_0123"])).toEqual(unknown);
    const other = await upload(desk, "technician");
    expect(await refusedWith("technician", [other, other])).toMatchObject([{ code: "INVALID" }]);
    const eleven = await Promise.all(Array.from({ length: 11 }, () => other));
    expect((await refusedWith("technician", eleven))[0].message).toMatch(/at most 10 files/);
    // what was refused can still be attached
    await on.done("technician", "addNote", { ticketId, body: "After all.", attachmentIds: [other] });
  });

  test("goes to one of two messages that name it at once, and neither is half written", async () => {
    const id = await upload(desk, "technician");
    const { id: ticketId } = await on.open();
    const other = await on.open();
    const both = await Promise.all(
      [ticketId, other.id].map((ticket) =>
        on.act("technician", "reply", { ticketId: ticket, body: "Mine.", attachmentIds: [id] }),
      ),
    );
    expect(both.map((b) => b.userErrors.length).sort()).toEqual([0, 1]);
    const files = await Promise.all([ticketId, other.id].map((t) => onLines(t)));
    expect(files.flat()).toEqual([["REPLY", ["screenshot.png"]]]);
  });

  test("cannot be read, not even by its id", async () => {
    const id = await upload(desk, "requester");
    expect((await on.ask("requester", `{ node(id: "${id}") { id } }`)).node).toBeNull();
    expect((await fetch(`${desk.origin}/attachments/${id}`)).status).toBe(403);
  });

  test("is kept for 24 hours, and forgotten in the hour after", async () => {
    const kept = async (id: string) =>
      (await owner.query("select 1 from attachment where id = $1", [plain(id)])).rowCount === 1;
    const late = await upload(desk, "requester", "late.png");
    const attached = await upload(desk, "requester", "attached.png");
    await on.open({ attachmentIds: [attached] });
    await desk.travel("2026-12-01T15:00:30Z");
    const { userErrors } = await on.act("requester", "createTicket", {
      clientId: desk.clientId,
      subject: "Too late",
      attachmentIds: [late],
    });
    expect(userErrors).toEqual(unknown);
    await desk.travel("2026-12-01T17:00:00Z");
    expect([await kept(late), await kept(attached)]).toEqual([false, true]);
  });
});

const plain = (id: string) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

describe("the files of a ticket", () => {
  test("have 50 MB together, whoever sends them in however many messages", async () => {
    const { id: ticketId } = await on.open();
    const large = Buffer.alloc(10_485_760, 1);
    for (let n = 0; n < 5; n++)
      await on.done("technician", "addNote", {
        ticketId,
        body: `Part ${n}`,
        attachmentIds: [await upload(desk, "technician", "part.bin", large)],
      });
    const one = await upload(desk, "technician", "one.txt", "one more");
    const { userErrors } = await on.act("technician", "reply", { ticketId, body: "More.", attachmentIds: [one] });
    expect(userErrors).toMatchObject([{ code: "INVALID", field: "attachmentIds" }]);
    expect(userErrors[0].message).toMatch(/at most 50 MB together/);
  });

  test("are kept byte by byte, with their digest", async () => {
    const bytes = Buffer.from(Array.from({ length: 700_000 }, (_, i) => (i * 7919) % 251));
    const { id } = await on.open({ attachmentIds: [await upload(desk, "requester", "bytes.bin", bytes)] });
    const [file] = (await on.look(id, FILES)).attachments;
    const got = Buffer.from(await (await fetch(`${desk.origin}${file.url}`)).arrayBuffer());
    expect(got.equals(bytes)).toBe(true);
    const { rows } = await owner.query("select sha256 from attachment where id = $1", [plain(file.id)]);
    expect(rows[0].sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  });
});

test("a login that is confined to a partner reads what is said of a file, and never its bytes", async () => {
  await on.open({ attachmentIds: [await upload(desk, "requester")] });
  const scoped = new pg.Client(desk.urls.scoped);
  await scoped.connect();
  try {
    await scoped.query("select set_config('app.partner', $1, false)", [desk.cast.partner.id]);
    expect((await scoped.query("select name from attachment")).rowCount).toBeGreaterThan(0);
    for (const text of ["select bytes from attachment", "select * from attachment", "update attachment set bytes = ''"])
      await expect(scoped.query(text), text).rejects.toMatchObject({ code: "42501" });
    await expect(scoped.query("select secret from signing_key")).rejects.toMatchObject({ code: "42501" });
  } finally {
    await scoped.end();
  }
});

test("every limit is one of those that apiLimits answers", async () => {
  const { apiLimits } = await on.ask("requester", "{ apiLimits { attachments { name maximum } } }");
  expect(Object.fromEntries(apiLimits.attachments.map((l: any) => [l.name, l.maximum]))).toMatchObject({
    fileBytes: 10_485_760,
    filesPerMessage: 10,
    ticketBytes: 52_428_800,
  });
  const { error } = await uploadAll(desk, "requester", [["large.bin", Buffer.alloc(10_485_761)]]);
  const { name, maximum } = (error as NonNullable<typeof error>).extensions["limit"];
  expect(apiLimits.attachments).toContainEqual({ name, maximum });
});
