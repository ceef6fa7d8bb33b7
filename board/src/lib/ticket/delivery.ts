import { instant } from "#lib/time/instant.ts";
import { inZone } from "./clock-view.ts";
import type { LineShown } from "./documents.ts";

type Delivery = NonNullable<LineShown["delivery"]>;

/** How a message is on its way, in a few words: "mailed 10:05"; "could not be delivered: 550 no such user". */
export function deliveryWord({ state, at, nextAt, error }: Delivery, now: number, zone: string): string {
  const time = (text: string) => inZone(instant(text), now, zone);
  const why = error ? `: ${error}` : "";
  switch (state) {
    case "SENT":
      return `mailed ${time(at)}`;
    case "QUEUED":
      return nextAt ? `not mailed yet, tried again ${time(nextAt)}${why}` : "waiting to be mailed";
    case "BOUNCED":
      return `could not be delivered${why}`;
    case "FAILED":
      return `given up after two days${why}`;
    default:
      return state satisfies never;
  }
}

/** Whether somebody should look: the requester has not got it. */
export const isUndelivered = ({ state }: Delivery): boolean => state === "BOUNCED" || state === "FAILED";
