import { audit } from "../people/audit.ts";
import type { Desk } from "../platform/desk.ts";
import { Device } from "./clients.entity.ts";
import type { DeviceChange } from "./devices.ts";

const LONGEST = 200;

/** Says how the remote tool knows a machine; null: by its name. Of use to sessions that begin, or whose link is asked for, from now on. */
export async function setRemoteAccess(
  desk: Desk,
  { deviceId, accessId }: { deviceId: string; accessId: string | null },
): Promise<DeviceChange> {
  const refused = (code: "INVALID" | "NOT_FOUND", field: string, message: string): DeviceChange => ({
    kind: "refused",
    faults: [{ code, field, message }],
  });
  const device = await desk.em.findOne(Device, { id: deviceId });
  if (!device) return refused("NOT_FOUND", "deviceId", "There is no such device.");
  const to = accessId?.trim() || null;
  if ((to?.length ?? 0) > LONGEST) return refused("INVALID", "remoteAccessId", `At most ${LONGEST} characters.`);
  const from = device.remoteAccessId;
  if (from === to) return { kind: "changed", device };
  device.remoteAccessId = to;
  audit(desk, {
    action: "REMOTE_ACCESS_SET",
    about: { type: "Device", id: device.id, name: device.name },
    detail: { from, to },
  });
  return { kind: "changed", device };
}
