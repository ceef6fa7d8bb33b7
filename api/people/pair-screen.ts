import { randomInt } from "node:crypto";
import { LockMode } from "@mikro-orm/core";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { audit } from "./audit.ts";
import { AccessToken } from "./credentials.entity.ts";
import { WallDevice, WallPairing } from "./devices.entity.ts";
import { issueCredential } from "./issue-credential.ts";
import { revokeCredentials, tellChanged } from "./revoke-credentials.ts";
import { hashOf, randomSecret } from "./secrets.ts";

/** How long a code is shown, a pass is good, and an old pass goes on beside a new one. */
export const CODE_SECONDS = 600;
export const PASS_SECONDS = 30 * 86_400;
const OVERLAP_SECONDS = 600;
/** More screens than this do not ask at once; whoever fills the list keeps others from being guessed among it. */
const MOST_OPEN = 100;

/** A screen asks to be let in: it shows the code, and alone knows the secret by which it will fetch its pass. */
export async function askForCode(desk: Desk, address: string): Promise<{ code: string; secret: string } | null> {
  await desk.em.execute("select pg_advisory_xact_lock(hashtext('wall pairing'))");
  const open = await desk.em.find(WallPairing, { expiresAt: { $gt: desk.now }, claimedAt: null });
  if (open.length >= MOST_OPEN) return null;
  const taken = new Set(open.map((row) => row.code));
  let code: string;
  do code = String(randomInt(1_000_000)).padStart(6, "0");
  while (taken.has(code));
  const secret = randomSecret();
  desk.em.create(WallPairing, {
    ...{ id: uuidv7(), code, secretHash: hashOf(secret), address, deviceId: null, claimedAt: null },
    createdAt: desk.now,
    expiresAt: (desk.now + CODE_SECONDS) as Instant,
  });
  return { code, secret };
}

export type PairFault = { kind: "refused"; code: "INVALID" | "NOT_FOUND"; field: string; message: string };

/** A manager lets in the screen that shows this code. */
export async function pairDevice(
  desk: Desk,
  input: { code: string; name: string },
): Promise<{ kind: "paired"; row: WallDevice } | PairFault> {
  const name = input.name.trim();
  if (name === "" || name.length > 100)
    return {
      kind: "refused",
      code: "INVALID",
      field: "name",
      message: "A screen needs a name of at most 100 characters: where it hangs.",
    };
  const code = input.code.replaceAll(/\s/g, "");
  const asked = { code, expiresAt: { $gt: desk.now }, deviceId: null };
  const pairing = await desk.em.findOne(WallPairing, asked, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!pairing)
    return {
      kind: "refused",
      code: "NOT_FOUND",
      field: "code",
      message: "No screen shows this code now. Codes are good for ten minutes.",
    };
  const row = desk.em.create(WallDevice, {
    ...{ id: uuidv7(), name, pairedBy: desk.viewer.name, revokedAt: null },
    createdAt: desk.now,
  });
  pairing.deviceId = row.id;
  pairing.expiresAt = (desk.now + CODE_SECONDS) as Instant; // a screen that comes back late still finds its pass
  audit(desk, { action: "DEVICE_PAIRED", about: aboutDevice(row), detail: { screenAddress: pairing.address } });
  return { kind: "paired", row };
}

export type Claim = { kind: "waiting" } | { kind: "gone" } | { kind: "paired"; token: string; expiresAt: Instant };

/** The screen comes for its pass. It gets it once; whoever comes too late, or with another's secret, starts over. */
export async function claimPass(desk: Desk, secret: string): Promise<Claim> {
  const pairing = await desk.em.findOne(
    WallPairing,
    { secretHash: hashOf(secret) },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!pairing || pairing.claimedAt !== null || pairing.expiresAt <= desk.now) return { kind: "gone" };
  if (pairing.deviceId === null) return { kind: "waiting" };
  const device = await heldDevice(desk, pairing.deviceId);
  if (!device) return { kind: "gone" };
  pairing.claimedAt = desk.now;
  return { kind: "paired", ...pass(desk, device) };
}

/** A screen that is let in, held: whoever shuts it out waits, and finds the pass that is made meanwhile. */
const heldDevice = (desk: Desk, id: string) =>
  desk.em.findOne(WallDevice, { id, revokedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE });

function pass(desk: Desk, { id, name }: WallDevice): { token: string; expiresAt: Instant; id: string } {
  const expiresAt = (desk.now + PASS_SECONDS) as Instant;
  const { token, row } = issueCredential(desk.em, { kind: "WALL", name, deviceId: id, expiresAt }, desk.now);
  return { token, expiresAt, id: row.id };
}

/** A screen changes its pass for a new one by itself, so that one that was copied from it is soon worth nothing. */
export async function renewPass(desk: Desk): Promise<{ token: string; expiresAt: Instant } | null> {
  const [of] = await desk.em.execute<{ deviceId: string | null }[]>(
    `select device_id as "deviceId" from access_token where id = ?`,
    [desk.viewer.id],
  );
  const device = of?.deviceId ? await heldDevice(desk, of.deviceId) : null;
  const asked = { id: desk.viewer.id, kind: "WALL", replacedBy: null, revokedAt: null } as const;
  const old = await desk.em.findOne(AccessToken, asked, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!old || !device) return null;
  const { token, expiresAt, id } = pass(desk, device);
  old.replacedBy = id;
  old.expiresAt = (desk.now + OVERLAP_SECONDS) as Instant;
  await desk.em.flush();
  await tellChanged(desk, old.id);
  return { token, expiresAt };
}

/** Shuts a screen out at once: it shows a pairing code again. */
export async function revokeDevice(desk: Desk, id: string): Promise<{ kind: "revoked"; row: WallDevice } | PairFault> {
  const device = await heldDevice(desk, id);
  if (!device)
    return {
      kind: "refused",
      code: "NOT_FOUND",
      field: "deviceId",
      message: "There is no such screen, or it is shut out already.",
    };
  device.revokedAt = desk.now;
  await revokeCredentials(desk, { deviceId: id });
  audit(desk, { action: "DEVICE_REVOKED", about: aboutDevice(device) });
  return { kind: "revoked", row: device };
}

const aboutDevice = ({ id, name }: WallDevice) => ({ type: "WallDevice", id, name });
