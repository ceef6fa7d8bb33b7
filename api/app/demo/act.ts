import type { Orm } from "../../platform/database.ts";
import { type Desk, transact } from "../../platform/desk.ts";
import type { Viewer } from "../../platform/viewer.ts";
import { startSession } from "../../sessions/start-session.ts";
import { addNote, reply } from "../../tickets/converse.ts";
import { createTicket } from "../../tickets/create-ticket.ts";
import { cancel, close, resolve } from "../../tickets/end-ticket.ts";
import { takeTicket } from "../../tickets/take-ticket.ts";
import type { Ticket } from "../../tickets/ticket.entity.ts";
import { waitOn } from "../../tickets/wait-on.ts";
import type { Story } from "./story.ts";

/** One person doing one thing; what the desk refuses is somebody else's being faster, and is let be. */
export const perform = <T>(orm: Orm, viewer: Viewer, act: (desk: Desk) => Promise<T>): Promise<T> =>
  transact({ orm, partnerId: null }, viewer, null, act);

const ref = (ticketId: string) => ({ ticketId });

/** Who agrees to the sessions that the demo itself begins: it knows them by that. */
export const CONSENT_BY = "the requester";

/** What people of the demo do. Each is the very verb that the API runs. */
export const acts = (orm: Orm) => ({
  ask: async (requester: Viewer, story: Story): Promise<Ticket | null> => {
    const { subject, body, affected, workaround, facts } = story;
    const request = { clientId: requester.clientId as string, subject, description: body, affected, workaround, facts };
    const done = await perform(orm, requester, (desk) => createTicket(desk, { ...request, channel: "PORTAL" }));
    return done.kind === "changed" ? done.ticket : null;
  },
  take: (who: Viewer, id: string) => perform(orm, who, (desk) => takeTicket(desk, ref(id))),
  answer: (who: Viewer, id: string, body: string) => perform(orm, who, (desk) => reply(desk, { ...ref(id), body })),
  note: (who: Viewer, id: string, body: string) => perform(orm, who, (desk) => addNote(desk, { ...ref(id), body })),
  wait: (who: Viewer, id: string, on: "REQUESTER" | "MANUFACTURER" | "PARTS" | "INTERNAL") =>
    perform(orm, who, (desk) => waitOn(desk, { ...ref(id), on })),
  resolve: (who: Viewer, id: string, story: Pick<Story, "cause" | "fix">) =>
    perform(orm, who, (desk) =>
      resolve(desk, {
        ...ref(id),
        message: `${story.fix}. Tell us if it comes back.`,
        steps: [
          { step: "IDENTIFY_CAUSE", note: story.cause },
          { step: "RESOLVE", note: story.fix },
          { step: "TEST", note: "Tried it together with the requester" },
        ],
      }),
    ),
  close: (who: Viewer, id: string, reason?: string) =>
    perform(orm, who, (desk) =>
      close(desk, {
        ...ref(id),
        steps: [{ step: "DOCUMENT", note: "Noted in the client's handbook" }],
        reason: reason ?? null,
      }),
    ),
  cancel: (who: Viewer, id: string, reason: string) =>
    perform(orm, who, (desk) => cancel(desk, { ...ref(id), reason })),
  connect: (who: Viewer, id: string) =>
    perform(orm, who, (desk) => startSession(desk, { ...ref(id), consentBy: CONSENT_BY, withLink: false })),
});
export type Acts = ReturnType<typeof acts>;
