import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { PNG, uploadAll } from "../support/upload.ts";
import { verbsOn } from "../support/verbs.ts";

const SEED = Number(process.env["SEED"] ?? 20261130);
const RUNS = Number(process.env["RUNS"] ?? 60);
let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ worker: false });
});
afterAll(() => desk?.close());

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      "--b",
      "--b--",
      "--",
      "\r\n",
      "\r\n\r\n",
      "\n",
      "content-disposition: form-data",
      '; name="file"',
      "; name=file",
    ],
    ...['; filename="a.png"', "; filename*=utf-8''%ff%00", '; filename="\0"', '; name="__proto__"', "content-type: "],
    ...[
      "content-transfer-encoding: base64",
      "x".repeat(5_000),
      'content-disposition: form-data; name="file"; filename="a"',
    ],
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
);
const types = fc.constantFrom(
  ...[
    "multipart/form-data; boundary=b",
    'multipart/form-data; boundary="b"',
    "multipart/form-data; boundary=",
    "text/plain",
  ],
  ...[
    "multipart/form-data",
    `multipart/form-data; boundary=${"b".repeat(200)}`,
    "multipart/mixed; boundary=b",
    "application/json",
  ],
);

test("whatever is sent as a form is the sender's fault or taken, and is told so as JSON", async () => {
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(types, fc.array(piece, { maxLength: 12 }), async (type, pieces) => {
      const response = await fetch(`${desk.origin}/attachments`, {
        method: "POST",
        headers: { authorization: `Bearer ${desk.tokens.partner}`, "content-type": type },
        body: pieces.join(""),
      });
      statuses.add(response.status);
      const { attachment, errors } = (await response.json()) as { attachment?: object; errors?: { message: string }[] };
      expect(response.status).toBeLessThan(500);
      expect(response.ok ? attachment : errors?.[0]?.message).toBeTruthy();
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(statuses).toContain(400);
});

test("whatever a file is called, it comes back whole under a name that can be saved", async () => {
  const on = verbsOn(desk);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", minLength: 1, maxLength: 300 }), async (name) => {
      const { status, attachment } = await uploadAll(desk, "partner", [[name, PNG]]);
      expect(status).toBe(201);
      const attachmentIds = [attachment?.id];
      const input = { clientId: desk.clientId, subject: "Oddly called", attachmentIds };
      const { id } = await on.done("partner", "createTicket", input);
      const [file] = (await on.look(id, "attachments { name url }")).attachments;
      expect(file.name).not.toMatch(/^$|[\\/\0\r\n]/);
      const answer = await fetch(`${desk.origin}${file.url}`);
      expect([answer.status, answer.headers.get("content-disposition")]).toEqual([
        200,
        expect.stringMatching(/^attachment/),
      ]);
      expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true);
    }),
    { numRuns: Math.ceil(RUNS / 2), seed: SEED },
  );
});

test("whatever address is made up, no file is at it", async () => {
  const odd = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom("", "-1", "1e99", "9".repeat(30), "null"),
  );
  await fc.assert(
    fc.asyncProperty(odd, odd, odd, async (id, expires, signature) => {
      const said = new URLSearchParams({ expires: expires.toWellFormed(), signature: signature.toWellFormed() });
      const path = encodeURIComponent(`att_${id.toWellFormed()}`);
      const { status } = await fetch(`${desk.origin}/attachments/${path}?${said}`);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
