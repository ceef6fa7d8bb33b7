import type { JoinRequest, RemoteTool } from "./remote-tool.ts";

/** What a template may name, each put in percent-encoded. */
const PLACES = {
  device: ({ device }: JoinRequest) => device?.accessId ?? device?.name ?? null,
  client: ({ client }: JoinRequest) => client,
  ticket: ({ ticketNumber }: JoinRequest) => String(ticketNumber),
  session: ({ sessionId }: JoinRequest) => sessionId,
  technician: ({ technician }: JoinRequest) => technician,
} as const;
const PLACE = /\{([^{}]*)\}/g;
/** Schemes by which an address would run in the desk's own page, or open what lies on the technician's machine. */
const UNSAFE = /^(javascript|data|vbscript|file|blob|about|view-source):/i;

/** What is wrong with a template; null: nothing. */
export function templateFault(template: string): string | null {
  const unknown = [...template.matchAll(PLACE)].map(([, name]) => name as string).filter((name) => !(name in PLACES));
  if (unknown.length > 0) return `no ${unknown.map((name) => `{${name}}`).join(", ")}: there are ${names}`;
  const filled = template.replace(PLACE, "x");
  if (/[{}\s]/.test(filled) || !URL.canParse(filled) || UNSAFE.test(filled))
    return `an address such as https://tool.example/connect/{device}, with ${names}`;
  return null;
}
const names = Object.keys(PLACES)
  .map((name) => `{${name}}`)
  .join(", ");

/**
 * Any product that connects by an address alone. Whoever opens it is asked by the product who they are: the address is no
 * secret, and there is nothing to withdraw.
 */
export const templateTool = (template: string): RemoteTool => ({
  make: async (request) => {
    const missing = /\{device\}/.test(template) && PLACES.device(request) === null;
    if (missing)
      return { kind: "REFUSED", reason: "The ticket names no device. Say which one it is about, then try again." };
    const url = template.replace(PLACE, (_, name: keyof typeof PLACES) =>
      encodeURIComponent(PLACES[name](request) as string),
    );
    return { kind: "MADE", url, ref: null, note: null };
  },
  withdraw: async () => ({ kind: "WITHDRAWN" }),
  close: () => {},
});
