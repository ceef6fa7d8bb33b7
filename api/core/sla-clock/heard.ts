/** Something that was written on a ticket: by whom, to be read by whom, and whether a person meant it. */
export type Message = {
  readonly from: "STAFF" | "REQUESTER";
  readonly public: boolean;
  /** False for an automatic acknowledgement, an absence note, mail that says it was generated. */
  readonly byPerson: boolean;
};

/**
 * What clocks hear of a message; null: nothing. A public reply by a person is the response they wait for, a booking link
 * included; a requester's message starts the next-response clock. Notes and machines answer nobody.
 */
export function heard({ from, public: isPublic, byPerson }: Message): "PUBLIC_REPLY" | "REQUESTER_MESSAGE" | null {
  if (!isPublic || !byPerson) return null;
  return from === "STAFF" ? "PUBLIC_REPLY" : "REQUESTER_MESSAGE";
}
