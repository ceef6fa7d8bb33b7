import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import type { ExportFile, ExportPart, Manifest } from "./export.entity.ts";
import { MANIFEST } from "./export-lists.sql.ts";
import { countParts, exportParts } from "./export-parts.sql.ts";

const FETCH = 200;

export type Writing = {
  readonly id: string;
  readonly partnerId: string;
  readonly parts: readonly ExportPart[];
};
export type Progress = (linesDone: number, linesTotal: number) => Promise<void>;

/**
 * Writes all of a partner's rows as they stand at one instant of the database, and where its feed stands at that very
 * instant. Whatever is numbered up to there had been committed, so it is in the files; what is not numbered yet, or
 * comes later, follows in the feed, and is told with the ticket as it is. Read as the partner: row security sees to it that
 * nothing else gets in. Few rows are in memory at any time: the disk says how fast the database is read.
 */
export async function writeExport(scopedUrl: string, folder: string, what: Writing, tell: Progress): Promise<Manifest> {
  const [whole, part] = [join(folder, what.id), join(folder, `${what.id}.part`)];
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  const client = new pg.Client({
    connectionString: scopedUrl,
    application_name: "watchdesk-export",
    options: "-c TimeZone=UTC",
  });
  client.on("error", () => {}); // whatever asks next is told
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("select set_config('app.partner', $1, true)", [what.partnerId]);
    const { rows } = await client.query<{ position: string; at: string }>(
      `select coalesce((select last from event_counter where partner_id = $1), 0)::text as position,
              to_char(desk_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`,
      [what.partnerId],
    );
    const total = (await client.query<{ n: number }>(countParts(what.parts))).rows[0]?.n ?? 0;
    const files: ExportFile[] = [];
    let done = 0;
    const count = (n: number) => tell((done += n), total);
    await count(0);
    const texts = exportParts(what.parts.includes("contacts"));
    for (const name of what.parts) files.push(await writePart(client, part, name, texts[name], count));
    await client.query("commit");
    const { position, at } = rows[0] as { position: string; at: string };
    const manifest = { position, at, files };
    await writeFile(join(part, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    await rm(whole, { recursive: true, force: true });
    await rename(part, whole); // all of it is there, or nothing
    return manifest;
  } finally {
    await client.end().catch(() => {});
  }
}

async function writePart(
  client: pg.Client,
  folder: string,
  part: ExportPart,
  text: string,
  count: (n: number) => Promise<void>,
): Promise<ExportFile> {
  const name = `${part}.jsonl.gz`;
  const file = { name, part, lines: 0, bytes: 0, gzipBytes: 0, sha256: "" };
  await client.query(`declare export_rows no scroll cursor for ${text}`);
  const read = async function* () {
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`fetch ${FETCH} from export_rows`);
      if (rows.length === 0) return;
      const chunk = rows.map((row) => `${row.line}\n`).join("");
      file.lines += rows.length;
      file.bytes += Buffer.byteLength(chunk);
      yield chunk;
      await count(rows.length);
    }
  };
  const hash = createHash("sha256");
  const digest = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      file.gzipBytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(
    Readable.from(read(), { highWaterMark: 1 }),
    createGzip(),
    digest,
    createWriteStream(join(folder, name)),
  );
  await client.query("close export_rows");
  return { ...file, sha256: hash.digest("hex") };
}
