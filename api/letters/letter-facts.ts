import type { Instant } from "../core/time.ts";

/** Of which ticket a letter speaks, to whom, and in which zone its times are read. */
export type About = {
  readonly number: number;
  readonly subject: string;
  readonly name: string;
  readonly zone: string;
};

/** An agreed time as its event told it. `at`: when that was. */
export type AgreedTime = {
  readonly appointmentId: string;
  readonly technician: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly sequence: number;
  readonly at: Instant;
};

/** What each kind of letter says, as it was when it was made: plain data without a secret, so that it can be stored. */
export type LetterFacts =
  | {
      readonly kind: "ACKNOWLEDGEMENT";
      readonly about: About;
      readonly outcome: string;
      readonly clause: { readonly code: string; readonly title: string } | null;
      readonly dueAt: Instant | null;
      /** What must be stated before it can be said whether it is covered, as a sentence; left out where nothing is missing. */
      readonly asks?: string;
      /** It came by e-mail, which never makes a ticket urgent. */
      readonly mailed: boolean;
      readonly files?: number;
    }
  | {
      readonly kind: "REPLY";
      readonly about: About;
      readonly from: string;
      readonly body: string;
      /** How many files came with it; they are read on the ticket. */
      readonly files?: number;
    }
  | {
      readonly kind: "DUE_CHANGED";
      readonly about: About;
      readonly metric: string;
      readonly before: Instant | null;
      readonly after: Instant;
      readonly cause: string;
    }
  | {
      readonly kind: "COVERAGE_CHANGED";
      readonly about: About;
      readonly before: string;
      readonly outcome: string;
      readonly clause: { readonly code: string; readonly title: string } | null;
      readonly nextStep: { readonly label: string; readonly url: string | null };
    }
  | {
      readonly kind: "BOOKING_LINK";
      readonly about: About;
      readonly from: string;
      readonly body: string;
      readonly linkId: string;
      readonly expiresAt: Instant;
    }
  | {
      readonly kind: "APPOINTMENT";
      readonly about: About;
      readonly time: AgreedTime;
      /** When it was to be until it was moved; null: it is new. */
      readonly before: Instant | null;
      /** Who was to connect until it changed hands; null: the same. */
      readonly insteadOf?: string | null;
    }
  | {
      readonly kind: "APPOINTMENT_CANCELLED";
      readonly about: About;
      readonly time: AgreedTime;
      readonly by: "STAFF" | "REQUESTER" | "TICKET_ENDED";
      readonly reason: string | null;
    }
  | { readonly kind: "APPOINTMENT_MISSED"; readonly about: About; readonly time: AgreedTime }
  | { readonly kind: "REMINDER"; readonly about: About; readonly time: AgreedTime }
  /** `body`: what was said with it, by somebody. What was noted within the desk never leaves it. */
  | { readonly kind: "RESOLVED"; readonly about: About; readonly from: string; readonly body: string | null }
  | { readonly kind: "SIGN_IN_LINK"; readonly name: string }
  /** To somebody who works here. `linkId`: the link that was shown to whoever made it. */
  | {
      readonly kind: "SET_PASSWORD_LINK";
      readonly name: string;
      readonly by: string;
      readonly invited: boolean;
      readonly linkId: string;
    };

/** Where a letter leads: to its ticket, and to what was made for it alone; null: there is no such link, or it works no more. */
export type Links = { readonly ticket: string | null; readonly own: string | null };
