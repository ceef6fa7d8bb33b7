import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";

const CLIENTS = 25;
const PEOPLE = 101;
let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ worker: false });
  const owner = new pg.Client(desk.urls.owner);
  await owner.connect();
  const partner = desk.cast.partner.id;
  await owner.query(
    `with c as (insert into client (id, partner_id, name, code, time_zone, created_at)
       select gen_random_uuid(), $1, 'Large ' || n, 'large-' || n, 'UTC', now() from generate_series(1, ${CLIENTS}) n returning id)
     insert into contact (id, partner_id, client_id, name, lead, created_at)
       select gen_random_uuid(), $1, c.id, 'Person ' || lpad(n::text, 3, '0'), false, now() from c, generate_series(1, ${PEOPLE}) n`,
    [partner],
  );
  await owner.query(
    `insert into device (id, partner_id, client_id, name, technology_kind, created_at)
       select gen_random_uuid(), $1, id, 'Device ' || lpad(n::text, 3, '0'), 'PRINTER', now() from client, generate_series(1, ${PEOPLE}) n
        where code like 'large-%'`,
    [partner],
  );
  await owner.end();
});
afterAll(() => desk.close());

test("each client of a page has as many of its people and devices as are promised, however many the others have", async () => {
  const { data, errors } = await desk.gql(
    "partner",
    "{ clients(first: 100) { edges { node { name contacts { name } devices { name } } } } }",
  );
  expect(errors).toBeUndefined();
  const large = data.clients.edges
    .map((edge: { node: object }) => edge.node)
    .filter(({ name }: { name: string }) => name.startsWith("Large"));
  expect(large).toHaveLength(CLIENTS);
  for (const { contacts, devices } of large) {
    expect([contacts.length, devices.length]).toEqual([100, 100]);
    expect([contacts[0].name, contacts[99].name, devices[99].name]).toEqual(["Person 001", "Person 100", "Device 100"]);
  }
});
