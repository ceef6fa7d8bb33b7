import type pg from "pg";
import type { Instant } from "../core/time.ts";
import type { LogRow } from "../platform/event-log.ts";
import type { ReadDoor } from "../platform/read.ts";
import { instantText } from "../platform/scalars.ts";
import type { Viewer } from "../platform/viewer.ts";
import { type TimelineRow, timelineEntries } from "../tickets/timeline.sql.ts";
import { changePage, type PageRow, readPage } from "./change-page.sql.ts";
import { changeWord } from "./change-types.ts";
import { feedOfPartner } from "./feed-of.ts";
import { type Outcome, postWebhook } from "./post-webhook.ts";
import { ticketDocuments } from "./ticket-document.sql.ts";
import type { Dispatchers } from "./webhook-dispatcher.ts";
import { bodyOf, messageId, signed, testBody } from "./webhook-message.ts";
import { moveTo, record } from "./webhook-record.sql.ts";
import { afterTry, type Next, TRIES } from "./webhook-schedule.ts";
import { type Leased, nextReady, type Ready, secretsOf } from "./webhook-work.sql.ts";

/** All that sending needs. */
export type Sending = {
  readonly pool: pg.Pool;
  readonly door: ReadDoor;
  readonly ways: Dispatchers;
  readonly allowLocal: readonly string[];
  readonly limitMs: number;
  /** The worker was told to stop: what gets no answer any more was not tried. */
  isOver(): boolean;
};

/** How long one endpoint is served in one go: then others that wait have their turn. */
const TURN_MS = 20_000;
const PAGE = 20;
const FOR_EVER = Number.POSITIVE_INFINITY;
/** Reads take turns by who asks: each partner is one. */
const asPartner = (partnerId: string) => ({ kind: "PARTNER", id: partnerId, partnerId }) as Viewer;

/**
 * Serves one endpoint for a turn, one message at a time: news in its order, and between them what is to be tried again.
 * Whatever is slow here holds up this endpoint alone.
 */
export async function serveEndpoint(sending: Sending, endpoint: Leased): Promise<void> {
  const { pool } = sending;
  const until = performance.now() + TURN_MS;
  let { position } = endpoint;
  let page: LogRow[] = [];
  let to = position;
  while (!sending.isOver() && performance.now() < until) {
    const again = await nextReady(pool, endpoint);
    if (again && !(await send(sending, endpoint, again))) return;
    if (page.length === 0) {
      // what was looked through is behind us only now that all of it was tried
      if (to !== position) await moveTo(pool, endpoint.id, (position = to));
      const read = await readNews(sending, endpoint, position);
      page = read.rows;
      to = read.to;
    }
    const news = page.shift();
    if (news && !(await send(sending, endpoint, news))) return;
    if (news) position = news.partnerPosition;
    if (!news && !again && to === position) return;
  }
}

async function readNews({ door }: Sending, endpoint: Leased, position: string) {
  const feed = feedOfPartner(endpoint.partnerId);
  const wanted = { types: endpoint.types, notOrigin: null, notPartner: endpoint.excludeOwn };
  const answer = await door.read<PageRow>(asPartner(endpoint.partnerId), changePage(feed, position, PAGE + 1, wanted));
  const page = readPage(feed, position, PAGE, FOR_EVER, answer);
  if (page === null) return { rows: [], to: position };
  // what the operator took out of the log meanwhile cannot be sent: it goes on with what is left
  if ("kind" in page) return { rows: [], to: page.resume };
  return page;
}

/** A try that was broken off by our own end: nothing is written down, and the turn is over. */
const brokenOff: Next = { state: "READY", rest: null, quiet: null, disable: "broken off" };
const wasBrokenOff = (sending: Sending, outcome: Outcome) => outcome.status === null && sending.isOver();

/** Sends one message and writes down how it went. Answers whether the endpoint may be sent more. */
async function send(sending: Sending, endpoint: Leased, what: LogRow | Ready): Promise<boolean> {
  const secrets = await secretsOf(sending.pool, endpoint.id);
  if (secrets === null) return false;
  const next =
    "budget" in what
      ? await sendAgain(sending, endpoint, what, secrets)
      : await sendFirst(sending, endpoint, what, secrets);
  return next.disable === null && next.quiet === null;
}

async function sendFirst(sending: Sending, endpoint: Leased, event: LogRow, secrets: string[]): Promise<Next> {
  const outcome = await postEvent(sending, endpoint, event, secrets);
  if (wasBrokenOff(sending, outcome)) return brokenOff;
  const next = afterTry(outcome, TRIES - 1, Math.random());
  const { id: eventId, partnerPosition: position } = event;
  const tried = { kind: "first", eventId, position, type: changeWord(event.type), budget: TRIES - 1 } as const;
  await record(sending.pool, endpoint, tried, outcome, next);
  return next;
}

async function sendAgain(sending: Sending, endpoint: Leased, ready: Ready, secrets: string[]): Promise<Next> {
  const outcome = ready.event
    ? await postEvent(sending, endpoint, ready.event, secrets)
    : ready.eventId === null
      ? await postTest(sending, endpoint, ready.id, secrets)
      : noLongerKept;
  if (wasBrokenOff(sending, outcome)) return brokenOff;
  // a test, and a message that cannot be made any more, are tried once, and say nothing about the endpoint
  const next: Next = ready.event
    ? afterTry(outcome, ready.budget - 1, Math.random())
    : { state: outcome.error === null ? "DELIVERED" : "FAILED", rest: null, quiet: null, disable: null };
  await record(sending.pool, endpoint, { kind: "again", deliveryId: ready.id }, outcome, next);
  return next;
}

async function postEvent({ door, ways, allowLocal, limitMs }: Sending, to: Leased, row: LogRow, secrets: string[]) {
  const body = bodyOf(row, await beside(door, row, to.withContacts));
  return postWebhook(signed(to.url, messageId(to.id, row.id), secrets, body), ways, allowLocal, limitMs);
}

async function postTest({ door, ways, allowLocal, limitMs }: Sending, to: Leased, id: string, secrets: string[]) {
  const [clock] = await door.readAsDesk<{ now: Instant }>({ text: "select desk_now() as now", values: [] });
  const body = testBody((clock as { now: Instant }).now);
  return postWebhook(signed(to.url, messageId(to.id, id), secrets, body), ways, allowLocal, limitMs);
}

const noLongerKept: Outcome = {
  status: null,
  error: "The log no longer holds this event",
  ms: 0,
  excerpt: null,
  retryAfter: null,
};

/** The ticket as it is now, and the line that the event wrote; within what the partner sees. */
async function beside(door: ReadDoor, row: LogRow, withContacts: boolean) {
  const viewer = asPartner(row.partnerId);
  const lineId = row.payload["messageId"] ?? row.payload["noteId"];
  const [tickets, lines] = await Promise.all([
    row.ticketId ? door.read<{ document: object }>(viewer, ticketDocuments([row.ticketId], withContacts)) : [],
    lineId ? door.read<TimelineRow>(viewer, timelineEntries([String(lineId)])) : [],
  ]);
  const [line] = lines;
  const entry = line
    ? { kind: line.kind, public: line.public, body: line.body, actor: line.actor, at: instantText(line.at) }
    : null;
  return { ticket: tickets[0]?.document ?? null, entry };
}
