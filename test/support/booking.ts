import type { TestDesk } from "./desk.ts";
import { verbsOn } from "./verbs.ts";

const appointment = "id from until status sequence technicianName calendarFile";
const answer = `appointment { ${appointment} } nearest { from until } userErrors { code field message }`;
export const bookingFields = `ticketNumber subject technicianName lengthSeconds timeZone deskTimeZone expiresAt closedBecause bookableUntil asks askedAt
  held { from heldUntil } appointment { ${appointment} } days { date slots { from until } }`;

/** Booking as whoever holds a link does it, and the desk's part in it. */
export const bookingOn = (desk: TestDesk) => {
  const on = verbsOn(desk);

  /** A request by a link's token: what comes, faults included. */
  const raw = async (token: string, query: string, variables: object = {}) => {
    const response = await fetch(desk.url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data?: any; errors?: { message: string; extensions: { code: string } }[] };
  };
  const asked = async (token: string, query: string, variables: object = {}) => {
    const { data, errors } = await raw(token, query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data.done;
  };

  return {
    ...on,
    raw,
    /** Sends a link and answers the token in it. */
    link: async (ticketId: string, terms: object = {}) => {
      const query = `mutation($input: SendBookingLinkInput!) { done: sendBookingLink(input: $input) {
        ticket { status waitingOn version } link { path expiresAt } userErrors { code field message } } }`;
      const { done } = await on.ask("technician", query, { input: { ticketId, ...terms } });
      return { ...done, token: done.link?.path.split("#")[1] as string };
    },
    see: (token: string, more = "") => asked(token, `{ done: booking${more} { ${bookingFields} } }`),
    hold: (token: string, from: string) =>
      asked(
        token,
        `mutation($from: DateTime!) { done: holdSlot(input: { from: $from }) {
          held { from heldUntil technicianName } nearest { from } userErrors { code field message } } }`,
        { from },
      ),
    release: (token: string) =>
      asked(token, "mutation { done: releaseSlot(input: {}) { userErrors { code field message } } }"),
    answer: (token: string, ask: "ANOTHER_TIME" | "NEW_LINK", body?: string) =>
      asked(
        token,
        `mutation($ask: BookingAsk!, $body: String) { done: answerBookingLink(input: { ask: $ask, body: $body }) {
          askedAt userErrors { code field message } } }`,
        { ask, body },
      ),
    book: (token: string, from: string) =>
      asked(token, `mutation($from: DateTime!) { done: bookAppointment(input: { from: $from }) { ${answer} } }`, {
        from,
      }),
    move: (token: string, from: string) =>
      asked(token, `mutation($from: DateTime!) { done: rescheduleAppointment(input: { from: $from }) { ${answer} } }`, {
        from,
      }),
    cancel: (token: string, reason?: string) =>
      asked(
        token,
        `mutation($reason: String) { done: cancelAppointment(input: { reason: $reason }) {
          appointment { ${appointment} } userErrors { code message } } }`,
        { reason },
      ),
    appointments: async (id: string) => (await on.look(id, `appointments { ${appointment} }`)).appointments,
  };
};
