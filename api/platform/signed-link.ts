import { createHmac, timingSafeEqual } from "node:crypto";
import type { Instant } from "../core/time.ts";
import type { House } from "./house.ts";

/** Every link ends on a multiple of this, so that what is asked for twice in one minute has one address. */
const STEP = 300;
/** How long a link is good for at least, and a step longer at most, in seconds of desk time. */
export const LINK_SECONDS = 300;

const keys = new WeakMap<Pick<House, "readAsDesk">, Promise<string>>();

/** The desk's own secret, read once in each process. */
export function linkKey(house: Pick<House, "readAsDesk">): Promise<string> {
  const known = keys.get(house);
  if (known) return known;
  const read = house
    .readAsDesk<{ secret: string }>({ text: "select secret from signing_key where name = 'links'", values: [] })
    .then(([row]) => (row as { secret: string }).secret);
  keys.set(house, read);
  read.catch(() => keys.delete(house)); // asked again by whoever comes next
  return read;
}

const signatureOf = (key: string, path: string, expires: number) =>
  createHmac("sha256", key).update(`${expires} ${path}`).digest();

/** A path of this desk that lets in whoever holds it, for some minutes. */
export function signedPath(key: string, path: string, now: Instant): string {
  const expires = Math.ceil((now + LINK_SECONDS) / STEP) * STEP;
  return `${path}?expires=${expires}&signature=${signatureOf(key, path, expires).toString("base64url")}`;
}

/** What a link is worth. One whose signature is another's says nothing about when it ends. */
export function judgeLink(
  key: string,
  path: string,
  { expires, signature }: { readonly expires?: unknown; readonly signature?: unknown },
  now: Instant,
): "GOOD" | "OVER" | "FORGED" {
  if (typeof expires !== "string" || typeof signature !== "string" || !/^\d{1,12}$/.test(expires)) return "FORGED";
  const [said, ours] = [Buffer.from(signature, "base64url"), signatureOf(key, path, Number(expires))];
  if (said.length !== ours.length || !timingSafeEqual(said, ours)) return "FORGED";
  return now < Number(expires) ? "GOOD" : "OVER";
}
