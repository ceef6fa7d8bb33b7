import type { TechnologyKind } from "../core/coverage-policy/facts.ts";
import { audit } from "../people/audit.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { Client, Device } from "./clients.entity.ts";

type Stated = { kind: TechnologyKind; product: string | null; version: string | null };
export type DeviceFault = { code: "INVALID" | "NOT_FOUND"; field: string; message: string };
export type DeviceChange = { kind: "changed"; device: Device } | { kind: "refused"; faults: readonly DeviceFault[] };

const LONGEST = 200;

/** A machine of a client comes to be known; until when its manufacturer supports it is looked at at once. */
export async function registerDevice(
  desk: Desk,
  { clientId, name, technology }: { clientId: string; name: string; technology: Stated },
): Promise<DeviceChange> {
  const client = await desk.em.findOne(Client, { id: clientId });
  const faults = faultsOf(name, technology);
  if (!client) faults.unshift({ code: "NOT_FOUND", field: "clientId", message: "There is no such client." });
  if (!client || faults.length > 0) return { kind: "refused", faults };
  const { partnerId } = client;
  const device = desk.em.create(Device, {
    id: uuidv7(),
    partnerId,
    clientId,
    name: name.trim(),
    ...stored(technology),
    remoteAccessId: null,
    createdAt: desk.now,
    supportEdgeAt: desk.now,
  });
  return { kind: "changed", device };
}

/** It has another name, or runs something else; what was not named stays. */
export async function updateDevice(
  desk: Desk,
  { deviceId, name, technology }: { deviceId: string; name: string | null; technology: Stated | null },
): Promise<DeviceChange> {
  const device = await desk.em.findOne(Device, { id: deviceId });
  const faults = faultsOf(name, technology);
  if (!device) faults.unshift({ code: "NOT_FOUND", field: "deviceId", message: "There is no such device." });
  if (!device || faults.length > 0) return { kind: "refused", faults };
  if (name !== null) device.name = name.trim();
  if (technology) {
    const from = said(device);
    Object.assign(device, stored(technology));
    device.supportEdgeAt = desk.now;
    const about = { type: "Device", id: device.id, name: device.name };
    if (said(device) !== from) audit(desk, { action: "TECHNOLOGY_CHANGED", about, detail: { from, to: said(device) } });
  }
  return { kind: "changed", device };
}

const said = ({ technologyKind, product, version }: Device): string =>
  [technologyKind, product, version].filter((part) => part).join(" ");

const stored = ({ kind, product, version }: Stated) => ({
  technologyKind: kind,
  product: product?.trim() || null,
  version: version?.trim() || null,
});

function faultsOf(name: string | null, technology: Stated | null): DeviceFault[] {
  const faults: DeviceFault[] = [];
  const invalid = (field: string, message: string) => faults.push({ code: "INVALID", field, message });
  if (name !== null && name.trim() === "") invalid("name", "A device needs a name.");
  if (technology?.version?.trim() && !technology.product?.trim())
    invalid("technology.product", "A version is one of a product: name the product too.");
  const texts = { name, "technology.product": technology?.product, "technology.version": technology?.version };
  for (const [field, text] of Object.entries(texts))
    if ((text?.length ?? 0) > LONGEST) invalid(field, `At most ${LONGEST} characters.`);
  return faults;
}
