import type { Slot } from "../core/appointment-slots.ts";

/** Why a time could not be agreed. */
export type BookingCode =
  | "NOT_FOUND"
  | "LINK_OVER"
  | "NOT_IN_THIS_STATUS"
  | "FINAL_STATUS"
  | "SLOT_TAKEN"
  | "SLOT_PASSED"
  | "NOT_OFFERED"
  | "ALREADY_EXISTS"
  | "NO_APPOINTMENT"
  | "TOO_SOON"
  | "INVALID";

/** A refusal is a value: what is wrong, about which field, and which times are free near the one that was wanted. */
export type BookingRefusal = {
  readonly kind: "refused";
  readonly code: BookingCode;
  readonly field: string | null;
  readonly message: string;
  readonly nearest: readonly Slot[];
};

export const refuseBooking = (
  code: BookingCode,
  field: string | null,
  message: string,
  nearest: readonly Slot[] = [],
): BookingRefusal => ({ kind: "refused", code, field, message, nearest });
