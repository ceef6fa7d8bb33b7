import type { CDPSession } from "playwright-core";

const GROUP = "detached nodes";

/** Runs in the page, on all nodes that its scripts can still reach. */
function detachedAmong(this: Node[]): string[] {
  const detached = (node: Node): boolean => {
    try {
      // what a template holds belongs to no page, and the template itself is what the framework makes copies of
      return !node.isConnected && node.ownerDocument === document && node.nodeName !== "TEMPLATE";
    } catch {
      return false; // a prototype is found as well, and is no node
    }
  };
  return this.filter(detached).map((node) => (node as Element).outerHTML ?? `${node.nodeName} ${node.nodeValue}`);
}

/**
 * What was taken out of a page and can be reached nevertheless, as markup. The browser itself lets go of it at its next
 * frame and collection, so that only what stays is held by the page. Not by `DOM.getDetachedDomNodes`: that holds by itself
 * what it has once told of.
 */
export async function detachedIn(cdp: CDPSession): Promise<string[]> {
  const { result: prototype } = await cdp.send("Runtime.evaluate", {
    expression: "Node.prototype",
    objectGroup: GROUP,
  });
  const { objects } = await cdp.send("Runtime.queryObjects", {
    prototypeObjectId: prototype.objectId as string,
    objectGroup: GROUP,
  });
  const { result } = await cdp.send("Runtime.callFunctionOn", {
    objectId: objects.objectId as string,
    functionDeclaration: detachedAmong.toString(),
    returnByValue: true,
  });
  await cdp.send("Runtime.releaseObjectGroup", { objectGroup: GROUP });
  return result.value;
}
