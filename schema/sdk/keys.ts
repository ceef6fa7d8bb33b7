import type { DeskClient } from "./client.ts";
import * as operations from "./generated/operations.ts";
import { verb } from "./verbs.ts";
import { type WalkOptions, walk } from "./walk.ts";

/** Your own keys: what each may do, and new ones for old ones. */
export const keys = (client: DeskClient) => ({
  /** Your keys, newest first; with `ended`, also those that are refused by now. */
  apiKeys: ({ ended = false, ...options }: WalkOptions & { ended?: boolean } = {}) =>
    walk(client, operations.apiKeys, { ended }, (data) => data.apiKeys, options),
  /**
   * A new key for an old one, which goes on for `overlapSeconds`. Its `secret` is shown this once. What the old one did is no
   * longer your echo by itself: name it in the `origins` of `changes` until the feed is past it.
   */
  rotateApiKey: verb(client, operations.rotateApiKey),
});
