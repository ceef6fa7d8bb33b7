// @ts-check
// Keeps a PSA and a desk in step, both ways. It may be killed at any instant: started again, it goes on where it was.
import { createDesk, fileStore, UserErrors } from "@watchdesk/sdk";

const { DESK_URL = "", DESK_KEY = "", DESK_CLIENT = "", PSA_URL = "", PSA_KEY = "" } = process.env;
const { STATE = ".", POLL_SECONDS = "5" } = process.env;
const desk = createDesk({ url: DESK_URL, token: DESK_KEY });
const open = { NEW: "Open", OPEN: "Open", SCHEDULED: "Open", WAITING: "Waiting" };
const statusThere = { ...open, RESOLVED: "Resolved", CLOSED: "Closed", MERGED: "Closed", CANCELLED: "Cancelled" };

/** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
async function psa(method, path, body) {
  const headers = { "content-type": "application/json", authorization: `Bearer ${PSA_KEY}` };
  const response = await fetch(PSA_URL + path, { method, headers, body: body ? JSON.stringify(body) : null });
  if (!response.ok) throw new Error(`The PSA answered ${response.status} to ${method} ${path}.`);
  return response.json();
}

/** Desk to PSA: the ticket as it stands, and messages that are not there yet. To do it again changes nothing.
 * @param {string} ticketId @param {import("@watchdesk/sdk").TimelineFields[]} entries */
async function push(ticketId, entries) {
  const ticket = await desk.ticket({ id: ticketId });
  if (!ticket) return;
  let id = ticket.externalRefs.find(({ system }) => system === "psa")?.id;
  if (!id) {
    const [made] = await psa("GET", `/tickets?externalId=${ticket.id}`); // killed before its name was told?
    const { subject, description } = ticket;
    id = String((made ?? (await psa("POST", "/tickets", { subject, description, externalId: ticket.id }))).id);
    await desk.setExternalRef({ ticketId, system: "psa", id });
  }
  await psa("PATCH", `/tickets/${id}`, { status: statusThere[ticket.status], externalId: ticket.id });
  const messages = entries.filter(({ kind }) => kind === "REPLY" || kind === "REQUESTER_MESSAGE");
  const known = messages.length > 0 ? await psa("GET", `/tickets/${id}/comments`) : [];
  for (const { id: externalId, body } of messages)
    if (!known.some((/** @type {any} */ comment) => comment.externalId === externalId))
      await psa("POST", `/tickets/${id}/comments`, { body, externalId });
}

/** A refusal is an answer: the PSA is shown how the ticket stands instead. @param {unknown} error */
const refused = (error) => {
  if (!(error instanceof UserErrors)) throw error;
};

/** PSA to desk: what somebody did there. Under a key of its own it is done once, however often it is tried.
 * @param {any} change */
async function pull({ seq, kind, ticket: { id, subject, description, externalId }, comment, status }) {
  const key = `psa-change-${seq}`;
  const once = { idempotencyKey: key };
  const externalRef = { system: "psa", id };
  const input = { clientId: DESK_CLIENT, subject, description, externalRef };
  if (kind === "created") await desk.createTicket(input, once).catch(refused);
  const ticketId = externalId ?? (await desk.ticket({ externalRef }))?.id;
  if (kind === "commented")
    await desk.reply({ ticketId, body: comment.body }, once).catch(async (error) => {
      refused(error); // it is cancelled or merged, and still takes notes
      await desk.addNote({ ticketId, body: comment.body }, { idempotencyKey: `${key}-note` });
    });
  if (status === "Cancelled") await desk.cancel({ ticketId, reason: "Cancelled in the PSA" }, once).catch(refused);
  if (status === "Open") await desk.reopen({ ticketId, reason: "Reopened in the PSA" }, once).catch(refused);
  if (ticketId && kind !== "commented") await push(ticketId, []);
}

let last = Promise.resolve();
/** One thing at a time: what goes one way must not overtake what goes the other. @param {() => Promise<void>} work */
const inTurn = (work) => (last = last.then(work, work));

/** What fails is tried again; nothing counts as done before it is. @param {() => Promise<void>} work */
async function forever(work) {
  for (;;) {
    await work().catch((error) => console.error(error.message));
    await new Promise((done) => setTimeout(done, Number(POLL_SECONDS) * 1000));
  }
}

forever(async () => {
  const me = (await desk.viewer()).name;
  const resync = async () => {
    for await (const { id } of desk.tickets({ orderBy: "CREATED_ASC" })) {
      const others = (await desk.timeline(id).toArray()).filter(({ actor }) => actor !== me);
      await inTurn(() => push(id, others));
    }
  };
  for await (const { ticketId, entry } of desk.changes({ store: fileStore(`${STATE}/desk-position`), resync }))
    if (ticketId) await inTurn(() => push(ticketId, entry ? [entry] : [])); // without our own: no echo
});
forever(async () => {
  const store = fileStore(`${STATE}/psa-position`);
  for (const change of await psa("GET", `/changes?after=${(await store.load()) ?? 0}`)) {
    if (change.by !== "watchdesk") await inTurn(() => pull(change)); // no echo either
    await store.save(String(change.seq));
  }
});
