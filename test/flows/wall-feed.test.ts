import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Instant } from "../../api/core/time.ts";
import { theDesk } from "../../api/platform/viewer.ts";
import { sharedPicture } from "../../api/queue/wall-view.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { subscribe } from "../support/socket.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  desk.trust(document, nonsense);
});
afterAll(() => desk.close());

type Message = {
  wall: {
    __typename: "WallSnapshot" | "WallHeartbeat";
    from: string | null;
    to: string;
    wall?: { counts: { open: number; breached: number }; rows: { number: number; standing: string }[] };
    counts?: { open: number };
  };
};
const document = `subscription($after: Position) { wall(after: $after) { __typename
  ... on WallSnapshot { from to wall { counts { open breached } rows { number standing } } }
  ... on WallHeartbeat { from to counts { open } } } }`;
const nonsense = "subscription { wall { colour } }";
const open = async (subject: string) => {
  const { data } = await desk.gql(
    "technician",
    "mutation($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id number } userErrors { message } } }",
    { input: { clientId: desk.clientId, subject, affected: "ALL", workaround: false } },
  );
  return data.createTicket.ticket as { id: string; number: number };
};
const shows = (number: number) => (m: Message) => m.wall.wall?.rows.some((r) => r.number === number) ?? false;

describe("an open wall", () => {
  test("gets a picture at once, another for a new ticket, at risk and at breach, and one without it when it is answered", async () => {
    const feed = await subscribe<Message>(desk, "wall", document);
    const first = await feed.until(() => true);
    expect(first.wall).toMatchObject({ __typename: "WallSnapshot", from: null, wall: { rows: [] } });

    const { id, number } = await open("Nobody can print");
    await feed.until(shows(number));
    const standing = (wanted: string) => (m: Message) =>
      m.wall.wall?.rows.some((r) => r.number === number && r.standing === wanted) ?? false;
    await desk.travel("2026-11-30T15:50:00Z");
    await feed.until(standing("AT_RISK"));
    await desk.travel("2026-11-30T16:00:01Z");
    await feed.until(standing("BREACHED"));

    const shown = feed.messages.length;
    await desk.gql(
      "technician",
      'mutation($id: ID!) { cancel(input: { ticketId: $id, reason: "Paper" }) { userErrors { message } } }',
      { id },
    );
    await feed.until((m) => feed.messages.indexOf(m) >= shown && m.wall.wall !== undefined && !shows(number)(m));
    feed.close();
  });

  test("is told positions without a gap: each message follows the one before", async () => {
    const feed = await subscribe<Message>(desk, "wall", document);
    for (let i = 0; i < 5; i++) await feed.until(shows((await open(`Ticket ${i}`)).number));
    for (const [i, { wall }] of feed.messages.entries())
      if (i > 0) expect(wall.from, `message ${i}`).toBe(feed.messages[i - 1]?.wall.to);
    feed.close();
  });

  test("that comes back gets the picture as it is now", async () => {
    const before = await subscribe<Message>(desk, "wall", document);
    const { to } = (await before.until(() => true)).wall;
    before.close();
    const { number } = await open("While nobody watched");
    const after = await subscribe<Message>(desk, "wall", document, { after: to });
    expect((await after.until(() => true)).wall).toMatchObject({ __typename: "WallSnapshot", from: to });
    await after.until(shows(number));
    after.close();
  });

  test("asked for by a document that makes no sense says so, and takes no blame", async () => {
    const asked = subscribe(desk, "wall", nonsense).then((feed) => feed.until(() => true));
    await expect(asked).rejects.toThrow(/Cannot query field .*colour.*GRAPHQL_VALIDATION_FAILED/);
  });

  test("is refused to whoever may not see it, with the reason", async () => {
    await expect(subscribe(desk, "partner", document).then((feed) => feed.until(() => true))).rejects.toThrow(
      /A PARTNER may not use wall/,
    );
  });
});

describe("a picture that many walls share", () => {
  test("is taken anew after every change, also one that comes a moment after the last and with no event", async () => {
    const { house } = desk.composed;
    const picture = async () => (await sharedPicture(house, theDesk, {})).view.asOf;
    const at = await picture();
    expect(await picture()).toBe(at);
    for (let second = 1; second <= 3; second++) {
      await house.setClock((at + second) as Instant, null);
      expect(await picture()).toBe(at + second);
    }
  });
});
