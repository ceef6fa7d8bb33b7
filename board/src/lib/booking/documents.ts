import { Connection } from "../connected/documents.ts";
import { graphql, type ResultOf } from "../gql.ts";

const Agreed = graphql(`
  fragment AgreedTime on Appointment { id from until status sequence technicianName calendarFile }
`);

export const BookingOffered = graphql(
  `
  query BookingOffered($ticketId: ID, $timeZone: String, $from: Date) {
    deskClock { now rate sandbox }
    booking(ticketId: $ticketId, timeZone: $timeZone, from: $from, days: 14) {
      ticketNumber subject technicianName lengthSeconds timeZone deskTimeZone expiresAt closedBecause bookableUntil
      asks askedAt held { from until heldUntil technicianName }
      appointment { ...AgreedTime }
      sessions { ...ShownConnection }
      days { date slots { from until } }
    }
  }
`,
  [Agreed, Connection],
);

export const HoldSlot = graphql(`
  mutation HoldSlot($input: HoldSlotInput!) {
    answer: holdSlot(input: $input) {
      held { from until heldUntil technicianName } nearest { from until } userErrors { code field message }
    }
  }
`);

export const ReleaseSlot = graphql(`
  mutation ReleaseSlot($input: ReleaseSlotInput!) { answer: releaseSlot(input: $input) { userErrors { message } } }
`);

export const AnswerBookingLink = graphql(`
  mutation AnswerBookingLink($input: AnswerBookingLinkInput!) {
    answer: answerBookingLink(input: $input) { askedAt userErrors { code field message } }
  }
`);

export const BookAppointment = graphql(
  `
  mutation BookAppointment($input: BookAppointmentInput!) {
    answer: bookAppointment(input: $input) {
      appointment { ...AgreedTime } nearest { from until } userErrors { code field message }
    }
  }
`,
  [Agreed],
);

export const RescheduleAppointment = graphql(
  `
  mutation RescheduleAppointment($input: RescheduleAppointmentInput!) {
    answer: rescheduleAppointment(input: $input) {
      appointment { ...AgreedTime } nearest { from until } userErrors { code field message }
    }
  }
`,
  [Agreed],
);

export const CancelAppointment = graphql(
  `
  mutation CancelAppointment($input: CancelAppointmentInput!) {
    answer: cancelAppointment(input: $input) { appointment { ...AgreedTime } userErrors { code field message } }
  }
`,
  [Agreed],
);

export type BookingShown = ResultOf<typeof BookingOffered>["booking"];
export type HeldShown = NonNullable<BookingShown["held"]>;
export type SlotShown = BookingShown["days"][number]["slots"][number];
export type AppointmentShown = ResultOf<typeof Agreed>;
