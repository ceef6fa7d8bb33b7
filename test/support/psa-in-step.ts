import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import type { Desk, TicketFields } from "../../schema/sdk/index.ts";
import { eventually } from "./eventually.ts";
import type { feedEnd } from "./feed-end.ts";
import type { Psa } from "./psa.ts";

export type Sides = { partner: Desk; psa: Psa; feed: Awaited<ReturnType<typeof feedEnd>> };

const statuses: { readonly [status in TicketFields["status"]]: string } = {
  ...{ NEW: "Open", OPEN: "Open", SCHEDULED: "Open", WAITING: "Waiting" },
  ...{ RESOLVED: "Resolved", CLOSED: "Closed", MERGED: "Closed", CANCELLED: "Cancelled" },
};

/** A ticket as both sides ought to have it, by both its names. */
type Shown = { desk: string | null; psa: string; subject: string; status: string; messages: string[] };
const inOrder = (shown: Shown[]) => shown.toSorted((a, b) => `${a.desk} ${a.psa}`.localeCompare(`${b.desk} ${b.psa}`));

async function atTheDesk(partner: Desk): Promise<Shown[]> {
  const shown: Shown[] = [];
  const { name } = await partner.viewer();
  for await (const { id, subject, status, externalRefs } of partner.tickets({ pageSize: 100 })) {
    const story = await partner.timeline(id).toArray();
    // what is written to a cancelled ticket in the PSA is a note at the desk
    const messages = story.filter(
      ({ kind, actor }) => kind === "REPLY" || kind === "REQUESTER_MESSAGE" || (kind === "NOTE" && actor === name),
    );
    shown.push({
      ...{ desk: id, subject, status: statuses[status] },
      psa: externalRefs.flatMap((ref) => (ref.system === "psa" ? [ref.id] : [])).join(),
      messages: messages.map(({ body }) => body ?? "").sort(),
    });
  }
  return inOrder(shown);
}

const inThePsa = (psa: Psa): Shown[] =>
  inOrder(
    [...psa.tickets.values()].map(({ id, subject, status, externalId }) => ({
      ...{ desk: externalId, psa: id, subject, status },
      messages: psa.comments.flatMap((c) => (c.ticketId === id ? [c.body] : [])).sort(),
    })),
  );

/**
 * Until both sides have the same and nothing moves any more: no side hears its own echo. They may be equal for a moment
 * on the way, so it is what they are once all is quiet that counts.
 */
export async function inStep({ partner, psa, feed }: Sides): Promise<Shown[]> {
  for (let rounds = 1; ; rounds++) {
    await eventually(
      async () => ({ desk: await atTheDesk(partner), psa: inThePsa(psa) }),
      ({ desk, psa: there }) => isDeepStrictEqual(desk, there),
      20_000,
    );
    const stands = async () => ({ desk: await feed.end(), psa: psa.changes.length });
    const before = await stands();
    const { polls } = psa;
    await eventually(
      () => psa.polls,
      (n) => n >= polls + 2,
    );
    const both = await atTheDesk(partner);
    if (isDeepStrictEqual(await stands(), before) && isDeepStrictEqual(inThePsa(psa), both)) return both;
    expect(rounds, "both sides go on and on").toBeLessThan(4);
  }
}
