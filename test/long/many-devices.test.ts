import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, startDesk, type TestDesk } from "../support/desk.ts";

const DEVICES = 20_000;
/** What they run: of each product many versions, as people write them, so that hundreds of questions are to be answered. */
const PRODUCTS = ["Windows", "win 10", "macOS", "Windows Server", "Ubuntu", "LaserJet", "Firefox", "iOS"];

let desk: TestDesk;
let owner: pg.Client;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-09-20T12:00:00Z", worker: false });
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
  const { client, partner } = desk.cast;
  await owner.query(
    `insert into device (id, partner_id, client_id, name, technology_kind, product, version, created_at)
     select gen_random_uuid(), $1, $2, 'Device ' || n, 'OPERATING_SYSTEM', ($3::text[])[1 + n % 8], (n % 60)::text, now()
       from generate_series(1, ${DEVICES}) n`,
    [partner.id, client.id, PRODUCTS],
  );
});
afterAll(async () => {
  await owner?.end();
  await desk?.close();
});

const PAGE = `query($after: String) { devices(first: 100, after: $after) {
  edges { node { name support { standing } } } pageInfo { hasNextPage endCursor } byStanding { standing devices } } }`;

type Page = {
  edges: { node: { name: string; support: { standing: string } } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  byStanding: { standing: string; devices: number }[];
};

test("a walk through twenty thousand devices meets each once, in the order of standings", async () => {
  const seen: string[] = [];
  const standings: string[] = [];
  const took: number[] = [];
  let counts: { standing: string; devices: number }[] = [];
  for (let after: string | null = null; ; ) {
    const began = performance.now();
    const { data }: Answer<{ devices: Page }> = await desk.gql("partner", PAGE, { after });
    took.push(performance.now() - began);
    const { edges, pageInfo, byStanding }: Page = data.devices;
    for (const { node } of edges) {
      seen.push(node.name);
      if (standings.at(-1) !== node.support.standing) standings.push(node.support.standing);
    }
    counts = byStanding;
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(new Set(seen).size).toBe(DEVICES);
  expect(seen).toHaveLength(DEVICES);
  expect(standings).toEqual(counts.filter(({ devices }) => devices > 0).map(({ standing }) => standing));
  expect(counts.reduce((sum, { devices }) => sum + devices, 0)).toBe(DEVICES);
  const sorted = [...took].sort((a, b) => a - b);
  console.log(
    `a page of 100 with its counts: ${Math.round(sorted[sorted.length >> 1] as number)} ms in the middle, ${Math.round(took[0] as number)} ms the first`,
  );
});
