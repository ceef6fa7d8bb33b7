import pg from "pg";
import { afterAll, afterEach, beforeAll } from "vitest";
import { bookingOn } from "./booking.ts";
import { startDesk, type TestDesk } from "./desk.ts";
import { eventually } from "./eventually.ts";
import { type Arrived, MailServer } from "./mail-server.ts";
import { deskNow, travelTo } from "./server-documents.ts";

export const ADDRESS = "robin@first.example";
/** Where letters lead: to a ticket, as its requester sees it. */
export const pageOf = (number: number) => `https://desk.example/portal/t/${number}`;
export const FROM = { name: "Watchdesk", address: "support@desk.example" };
export const mailSettings = (smtpUrl: string) => ({
  ...{ smtpUrl, from: FROM, replyDomain: "in.desk.example", origin: "https://desk.example" },
});

export type StoredLetter = {
  kind: string;
  state: string;
  tries: number;
  error: string | null;
  messageId: string | null;
};

/** A desk that sends mail to a real server beside it; its requester has an address. */
export const mailDesk = (at = "2026-12-01T15:00:00Z") => {
  const made = {} as {
    desk: TestDesk;
    server: MailServer;
    on: ReturnType<typeof bookingOn>;
    owner: pg.Client;
    /** Once so many mails about a ticket have arrived: all of them. */
    arrived(number: number, count: number): Promise<Arrived[]>;
    letters(ticketNumber: number): Promise<StoredLetter[]>;
    /** Once the letters of a ticket stand like this, in their order. */
    stand(ticketNumber: number, states: string[]): Promise<StoredLetter[]>;
    /** Once letters were made of all that has happened. */
    told(): Promise<unknown>;
    later(seconds: number): Promise<void>;
  };
  beforeAll(async () => {
    const server = await MailServer.start();
    const desk = await startDesk({ at, settings: { mail: mailSettings(server.url) } });
    const owner = new pg.Client(desk.urls.owner);
    await owner.connect();
    await owner.query("update contact set email = $1 where id = $2", [ADDRESS, desk.cast.requester.id]);
    const about = (number: number) => server.mails.filter((mail) => mail.subject?.includes(`[#${number}]`));
    const letters = async (number: number) =>
      (
        await owner.query<StoredLetter>(
          `select kind, state, tries, error, message_id as "messageId" from mail
            where ticket_id = (select id from ticket where number = $1) order by id`,
          [number],
        )
      ).rows;
    Object.assign(made, {
      ...{ desk, server, owner, letters, on: bookingOn(desk) },
      arrived: (number: number, count: number) =>
        eventually(
          async () => about(number),
          (mails) => mails.length >= count,
        ),
      stand: (number: number, states: string[]) =>
        eventually(
          () => letters(number),
          (found) => JSON.stringify(found.map((l) => l.state)) === JSON.stringify(states),
        ),
      told: () =>
        eventually(
          async () =>
            (
              await owner.query<{ told: boolean }>(
                `select not exists (select 1 from event_inbox) and r.position = c.last as told from log_reader r, event_counter c
                  where r.name = 'letters' and c.partner_id = '00000000-0000-0000-0000-000000000000'`,
              )
            ).rows[0]?.told,
          (told) => told === true,
        ),
      later: async (seconds: number) => travelTo(desk, (await deskNow(desk)) + seconds * 1000),
    });
  });
  afterEach(() => {
    made.server.mood = {};
  });
  afterAll(async () => {
    await made.owner.end();
    await made.desk.close();
    await made.server.down();
  });
  return made;
};
