import { isStaff, type Viewer } from "../platform/viewer.ts";

/** The whole log is counted under this partner. */
const THE_DESK = "00000000-0000-0000-0000-000000000000";

/** Which feed a reader has: one partner's events in their dense order, or the desk's. */
export type Feed = {
  /** Whose counter says how far it goes. */
  readonly counter: string;
  readonly column: "position" | "partner_position";
  /** Whether it is the desk's own: then nothing is hidden in it. */
  readonly desk: boolean;
};

export const feedOfPartner = (partnerId: string): Feed => ({
  counter: partnerId,
  column: "partner_position",
  desk: false,
});

export function feedOf(viewer: Viewer): Feed {
  if (isStaff(viewer)) return { counter: THE_DESK, column: "position", desk: true };
  if (viewer.partnerId === null) throw new Error(`a ${viewer.kind} without a partner has no feed`);
  return feedOfPartner(viewer.partnerId);
}

/** Which of a feed's events a reader wants. What is left out moves the position all the same. */
export type Wanted = {
  /** Types of the log; null: all. */
  readonly types: readonly string[] | null;
  /** Leaves out what came with this key. */
  readonly notOrigin: string | null;
  /** Leaves out whatever any key of the partner did. */
  readonly notPartner: boolean;
};
export const EVERYTHING: Wanted = { types: null, notOrigin: null, notPartner: false };
