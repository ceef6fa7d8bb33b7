import ipaddr from "ipaddr.js";

/** Ports that webhooks are sent to; an operator's own list of local targets names others. */
const PORTS = new Set(["", "443", "8443"]);
const MOST_CHARACTERS = 2_000;
/** Names that mean this machine or this network wherever they are resolved. */
const LOCAL_NAMES =
  /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|arpa|onion|test|invalid|example)$/;

export type Target = { ok: true; url: URL; local: boolean } | { ok: false; why: string };

/**
 * Whether a webhook may be sent to an address, by what is written in it. The parser of the platform reads numbers,
 * octal, hexadecimal and odd dots as it would when connecting, so what is judged here is what would be dialled. Names
 * are judged again by what they resolve to, at each connection.
 */
export function checkTarget(text: string, allowLocal: readonly string[]): Target {
  const refuse = (why: string): Target => ({ ok: false, why });
  if (text.length > MOST_CHARACTERS) return refuse(`An address has at most ${MOST_CHARACTERS} characters.`);
  if (/[\s\\]/.test(text) || hasControls(text)) return refuse("An address holds no blanks, backslashes or controls.");
  if (!URL.canParse(text)) return refuse("This is no address: expected https://host/path.");
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return refuse("Only https is spoken.");
  if (url.username || url.password || /^[a-z]+:\/*[^/?#]*@/i.test(text))
    return refuse("An address carries no credentials: messages are signed.");
  if (url.hash || text.includes("#")) return refuse("An address has no fragment.");
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  if (allowLocal.includes(`${url.hostname}:${port}`)) return { ok: true, url, local: true };
  if (url.protocol !== "https:") return refuse("Only https is spoken.");
  if (!PORTS.has(url.port)) return refuse("Only ports 443 and 8443 are dialled.");
  const host = url.hostname.replace(/\.+$/, "");
  if (host === "" || url.hostname.startsWith("[") || ipaddr.isValid(host))
    return refuse("Name a host, not a number: its certificate is checked by its name.");
  if (!host.includes(".") || LOCAL_NAMES.test(host)) return refuse(`${host} is not a name on the public network.`);
  return { ok: true, url, local: false };
}

const hasControls = (text: string) => [...text].some((c) => c < " " || c === "\x7f");

/** Whether an address is one of the public network: of IPv6 only what is handed out for it, and nothing that stands for IPv4. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  if (ip.range() !== "unicast") return false;
  return ip.kind() === "ipv4" || ip.match(ipaddr.parseCIDR("2000::/3") as never);
}
