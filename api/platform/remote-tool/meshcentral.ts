import { readFileSync } from "node:fs";
import { type Found, groupOf, type MeshGroup, type MeshNode, nodeOf } from "./find-node.ts";
import { type MeshAccount, MeshControl, type MeshMessage, MeshRefused } from "./mesh-control.ts";
import type { JoinMade, JoinRequest, JoinWithdrawn, RemoteTool, RemoteToolSettings } from "./remote-tool.ts";

/** The screen, and no files or terminal: what a request for help is about. */
const DESKTOP = 2;
/** Whoever sits there is told, and sees a bar as long as somebody is connected: they agreed before, to a technician of the desk. */
const TOLD_AND_BAR = 1 + 64;
const CONNECTED = 1;

type Settings = Extract<RemoteToolSettings, { kind: "MESHCENTRAL" }>;

/**
 * MeshCentral by its control channel: a link to share one device's screen for the time of a session, removed when the session
 * ends; MeshCentral then cuts who is connected by it. A link bears the session's id in its guest's name, so that one which was
 * made and never written down is found too.
 */
export function meshCentral({ url, user, password, caFile }: Settings): RemoteTool {
  const account: MeshAccount = { url, user, password, ca: caFile && readFileSync(caFile, "utf8") };
  const open = new Set<MeshControl>();
  const during = async <T>(work: (control: MeshControl) => Promise<T>): Promise<T> => {
    const control = new MeshControl(account);
    open.add(control);
    try {
      await control.ready();
      return await work(control);
    } finally {
      control.close();
      open.delete(control);
    }
  };
  return {
    make: (request) =>
      during((control) => share(control, request)).catch((error: Error) => ({
        kind: error instanceof MeshRefused ? "REFUSED" : "NOT_NOW",
        reason: sentence(error),
      })),
    withdraw: (request, ref) =>
      during((control) => unshare(control, request, ref)).catch((error: Error) => ({
        kind: "NOT_NOW",
        reason: sentence(error),
      })),
    close: () => {
      for (const control of open) control.close();
    },
  };
}

const sentence = (error: Error): string =>
  error instanceof MeshRefused
    ? error.message
    : `MeshCentral cannot be reached: ${error.message || (error as NodeJS.ErrnoException).code}.`;

const guestOf = ({ sessionId, ticketNumber, technician }: JoinRequest) =>
  `${technician.slice(0, 60)}, Watchdesk #${ticketNumber} (${sessionId})`;

async function share(control: MeshControl, request: JoinRequest): Promise<JoinMade> {
  const place = await locate(control, request);
  if ("reason" in place) return { kind: "REFUSED", reason: place.reason };
  const { _id: nodeid, name, conn } = place.found;
  await removeShares(control, request, nodeid); // of a try that was broken off
  const made = await control.ask({
    ...{ action: "createDeviceShareLink", nodeid, guestname: guestOf(request), p: DESKTOP, consent: TOLD_AND_BAR },
    expire: request.minutes,
  });
  const { url, result } = made as { url?: string; result?: string };
  if (result !== "OK" || !url || !/^https?:/.test(url))
    return { kind: "REFUSED", reason: `MeshCentral gives no link to “${name}”: ${result ?? "no reason was given"}.` };
  const away = conn === undefined || (conn & CONNECTED) === 0;
  return {
    kind: "MADE",
    url,
    ref: nodeid,
    note: away ? `${name} is not connected to MeshCentral at the moment.` : null,
  };
}

/** The device that somebody named by its id, or the one that is called so in the client's group. */
async function locate(control: MeshControl, request: JoinRequest): Promise<Found<MeshNode>> {
  const { device, client } = request;
  if (!device) return { reason: "The ticket names no device. Say which one it is about, then try again." };
  const wanted = device.accessId ?? device.name;
  if (wanted.startsWith("node/")) {
    const { nodes } = (await control.ask({ action: "nodes", id: wanted })) as { nodes?: Record<string, MeshNode[]> };
    const node = all(nodes).find(({ _id }) => _id === wanted);
    return node ? { found: node } : { reason: `MeshCentral has no device ${wanted} that the desk may use.` };
  }
  const { meshes } = (await control.ask({ action: "meshes" })) as { meshes?: MeshGroup[] };
  const group = groupOf(meshes ?? [], request);
  if ("reason" in group) return group;
  const { nodes } = (await control.ask({ action: "nodes", meshid: group.found._id })) as {
    nodes?: Record<string, MeshNode[]>;
  };
  return nodeOf(all(nodes), wanted, client);
}
const all = (nodes: Record<string, MeshNode[]> | undefined): MeshNode[] => Object.values(nodes ?? {}).flat();

async function unshare(control: MeshControl, request: JoinRequest, ref: string | null): Promise<JoinWithdrawn> {
  const place = ref === null ? await locate(control, request) : { found: { _id: ref } };
  if ("found" in place) await removeShares(control, request, place.found._id);
  return { kind: "WITHDRAWN" }; // no machine, no link to it
}

/** A machine that is there no longer: nobody is connected to it either. */
const UNKNOWN = "Invalid node id";
type Share = { readonly publicid: string; readonly guestName: string };

async function removeShares(control: MeshControl, { sessionId }: JoinRequest, nodeid: string): Promise<void> {
  const answer = (await control.ask({ action: "deviceShares", nodeid })) as { deviceShares?: Share[]; result?: string };
  const { deviceShares = [], result } = answer;
  if (result !== undefined && result !== UNKNOWN) throw new Error(`it keeps back the links to ${nodeid} (${result})`);
  const own = deviceShares.filter(({ guestName }) => guestName.includes(sessionId));
  for (const { publicid } of own)
    await control.ask({ action: "removeDeviceShare", nodeid, publicid }, (m: MeshMessage) => m["result"] !== undefined);
}
