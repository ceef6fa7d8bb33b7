import type { JoinRequest } from "./remote-tool.ts";

/** A group of machines, as MeshCentral answers it. */
export type MeshGroup = { readonly _id: string; readonly name: string };
/** A machine, as MeshCentral answers it: `name` may be chosen there, `rname` is its own; `conn` has bit 1 while its agent is connected. */
export type MeshNode = { readonly _id: string; readonly name: string; readonly rname?: string; readonly conn?: number };

export type Found<T> = { readonly found: T } | { readonly reason: string };

const same = (a: string | undefined, b: string) => a?.trim().toLowerCase() === b.trim().toLowerCase();
const SAY = "or say on the ticket which of MeshCentral's devices it is";

/**
 * The group of the client. Names of machines repeat from client to client ("RECEPTION-PC"): a machine is looked for in a group that
 * is called as its client is, and nowhere else, so that nobody is ever connected to another client's machine.
 */
export function groupOf(groups: readonly MeshGroup[], { client }: JoinRequest): Found<MeshGroup> {
  const [group, another] = groups.filter(({ name }) => same(name, client));
  if (!group)
    return { reason: `MeshCentral has no device group called “${client}” that the desk may use: name one so, ${SAY}.` };
  if (another)
    return {
      reason: `MeshCentral has several device groups called “${client}”: give them names of their own, ${SAY}.`,
    };
  return { found: group };
}

/** The one machine of the group with this name. */
export function nodeOf(nodes: readonly MeshNode[], name: string, client: string): Found<MeshNode> {
  const named = nodes.filter((node) => same(node.name, name));
  const [node, another] = named.length > 0 ? named : nodes.filter(({ rname }) => same(rname, name));
  if (!node) return { reason: `“${client}” has no device called “${name}” at MeshCentral: name it so there, ${SAY}.` };
  if (another)
    return {
      reason: `“${client}” has several devices called “${name}” at MeshCentral: say on the ticket which it is.`,
    };
  return { found: node };
}
