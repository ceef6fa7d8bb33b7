import { accessSync, constants } from "node:fs";
import ipaddr from "ipaddr.js";
import { templateFault } from "./remote-tool/template.ts";

/** A name and an address, as they stand in a letter's head. */
export type Mailbox = { readonly name: string; readonly address: string };
/** How the text of a setting is read: a value, or what was expected in its place. */
export type Reader<T> = (text: string) => T | { expected: string };

export const whole = (from: number, to: number) => (text: string) => {
  const n = Number(text);
  return /^\d+$/.test(text) && n >= from && n <= to ? n : { expected: `a whole number from ${from} to ${to}` };
};
export const wholeDays = (from: number, to: number) => (text: string) => {
  const n = Number(text);
  return /^\d+$/.test(text) && n >= from && n <= to ? n : { expected: `a whole number of days from ${from} to ${to}` };
};
export const oneOf =
  <const T extends string>(...words: readonly T[]) =>
  (text: string) =>
    words.find((w) => w === text) ?? { expected: `one of ${words.join(", ")}` };
export const postgresUrl = (text: string) =>
  /^postgres(ql)?:\/\//.test(text) && URL.canParse(text)
    ? text
    : { expected: "postgres://user:password@host:port/database" };
export const webUrl = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === "/"
    ? new URL(text).origin
    : { expected: "https://name[:port], without a path" };
export const issuer = (text: string) =>
  URL.canParse(text) && (new URL(text).protocol === "https:" || isLoopback(new URL(text).hostname))
    ? text
    : { expected: "an https address (http only on this machine)" };
const isLoopback = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
/** `host:port` each: what an operator lets webhooks reach on this machine or its network. */
export const hostPorts = (text: string) => {
  const parts = text.split(",").map((part) => part.trim().toLowerCase());
  return parts.every((part) => /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+):\d{1,5}$/.test(part))
    ? parts
    : { expected: "a list of host:port, separated by commas" };
};
/** Addresses or ranges: `10.0.0.0/8, ::1`. */
export const ranges = (text: string) => {
  const parts = text.split(",").map((part) => part.trim());
  return parts.every((part) => ipaddr.isValid(part) || ipaddr.isValidCIDR(part))
    ? parts
    : { expected: "a list of addresses or ranges (10.0.0.0/8), separated by commas" };
};
/** `smtp://` speaks in the clear until the server offers TLS, `smtps://` by TLS from the first byte on. */
export const smtpUrl = (text: string) =>
  URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== ""
    ? text
    : { expected: "smtp://user:password@host:port, or smtps://…" };
/** Letters of an address that need no quoting, and a domain that the world knows: it becomes a header, so it stands on one line. */
const ADDRESS = /[^\s@<>"(),:;\\]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/i.source;
const MAILBOX = new RegExp(`^(?:(?<name>[^<>"\\r\\n]*?) *<(?<named>${ADDRESS})>|(?<bare>${ADDRESS}))$`, "i");
export const mailbox = (text: string): Mailbox | { expected: string } => {
  const { name = "", named, bare } = MAILBOX.exec(text)?.groups ?? {};
  const address = named ?? bare;
  return address ? { name, address } : { expected: "support@desk.example, or Support <support@desk.example>" };
};
export const domain = (text: string) =>
  /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) ? text.toLowerCase() : { expected: "a domain such as desk.example" };
export const template = (text: string) => {
  const fault = templateFault(text);
  return fault === null ? text : { expected: fault };
};
/** Where a server is, with a path if it has one; in the clear on this machine only. */
export const serverUrl = (text: string) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const safe = url && (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname)));
  if (!safe || url.search || url.hash || url.username)
    return { expected: "https://name[:port]/[path/] (http only on this machine)" };
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
};
export const readable = (path: string) => {
  try {
    accessSync(path, constants.R_OK);
    return path;
  } catch {
    return { expected: "the path of a file that can be read" };
  }
};
export const some = (text: string) => (text.trim() === "" ? { expected: "some text" } : text);
