/** Why nothing was done about a session, in a sentence that says what to do. */
export type SessionRefusal = {
  kind: "refused";
  code: "NOT_FOUND" | "SESSION_ENDED" | "NOT_YOURS" | "INVALID";
  field: string;
  message: string;
};
