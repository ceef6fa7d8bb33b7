import { BYTES_PER_POINT, VERB } from "../partners/cost/weights.ts";
import type { Purses } from "../partners/limits/purse.ts";
import type { Viewer } from "../platform/viewer.ts";

/** What an upload takes from whoever sends it; answers in how many seconds there will be enough, null: it is paid. */
export const payingBy =
  (purses: Purses) =>
  (viewer: Viewer, bytes: number): number | null => {
    const paid = purses.spend(viewer, VERB + Math.ceil(bytes / BYTES_PER_POINT));
    return "retryAfterSeconds" in paid ? paid.retryAfterSeconds : null;
  };
