import type { GlyphName } from "../../components/glyph-name.ts";
import type { DeviceShown, Paid, Standing, Technology } from "./documents.ts";

/** Each standing as a tile and a row say it. */
export const standingWord: { readonly [standing in Standing]: string } = {
  LEAVING: "leaving within 30 days",
  ENDED: "no longer supported",
  UNCLEAR: "to be said more exactly",
  PAID: "paid for",
  SUPPORTED: "supported",
  UNKNOWN: "without data",
};
/** The shape beside the word; colour says nothing that shape does not. */
export const standingGlyph: { readonly [standing in Standing]: GlyphName | null } = {
  ...{ LEAVING: "at-risk", ENDED: "breached", UNCLEAR: null, PAID: "on-track", SUPPORTED: "on-track", UNKNOWN: null },
};

/** What sort of technology a device is. */
export const kindWord: { readonly [kind in Technology["kind"]]: string } = {
  ...{ OPERATING_SYSTEM: "Operating system", APPLICATION: "Application", BROWSER: "Browser", SERVER: "Server" },
  ...{ PERIPHERAL: "Peripheral", PRINTER: "Printer", NETWORK: "Network", OTHER: "Something else" },
};

const parts = (...all: (string | null | undefined)[]): string => all.filter((part) => part).join(" ");

/** What it runs: as the manufacturer's data calls it, else as it was recorded. */
export const runsText = ({ support, technology }: Pick<DeviceShown, "support" | "technology">): string =>
  parts(support?.product, support?.version) || parts(technology.product, technology.version) || "not recorded";

export const recordedText = ({ product, version }: Technology): string => parts(product, version) || "nothing";

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
export const dayText = (date: string | null): string => (date ? days.format(new Date(`${date}T00:00:00Z`)) : "—");

/** The entry of what a contract records for exactly what a device runs. */
export const paidEntry = (
  { client, support }: Pick<DeviceShown, "client" | "support">,
  recorded: readonly Paid[] = client.contract?.paidSupport ?? [],
): Paid | null => recorded.find((p) => p.product === support?.product && p.version === support.version) ?? null;

/** All that a contract would record with this entry instead of what it has for the same; undefined: without one. */
export const withEntry = (device: DeviceShown, recorded: readonly Paid[], until: string | null | undefined): Paid[] => {
  const others = recorded.filter((entry) => entry !== paidEntry(device, recorded));
  const { product, version } = device.support ?? {};
  return until === undefined || !product ? others : [...others, { product, version: version ?? null, until }];
};

/** Whether there is something to pay for: it has ended, or will, or is paid for already. */
export const payable = (device: DeviceShown): boolean =>
  device.support?.supported != null &&
  (device.support.endsOn !== null || !device.support.supported || paidEntry(device) !== null);

export const sameTechnology = (a: Technology, b: Technology): boolean =>
  a.kind === b.kind && a.product === b.product && a.version === b.version;
export const samePaid = (a: readonly Paid[], b: readonly Paid[]): boolean => {
  const said = (all: readonly Paid[]) => all.map(({ product, version, until }) => [product, version, until].join("|"));
  return said(a).sort().join() === said(b).sort().join();
};

/** Why nothing is listed, by what the list was narrowed. */
export function emptyText(
  { standing, words, runs }: { standing: Standing | null; words: string; runs: string | null },
  client: string | null,
): string {
  const whose = `${client ? ` of ${client}` : ""}${runs ? ` on ${runs}` : ""}`;
  const named = words ? ` with “${words}” in name, product, version or client` : "";
  if (!standing) return `There is no device${whose}${named}.`;
  return `No device${whose}${named} ${emptyWord[standing]}.`;
}
const emptyWord: { readonly [standing in Standing]: string } = {
  LEAVING: "leaves its manufacturer’s support within 30 days",
  ENDED: "is past its manufacturer’s support",
  UNCLEAR: "has to be said more exactly",
  PAID: "is supported only because somebody pays for it",
  SUPPORTED: "is supported for longer than 30 days",
  UNKNOWN: "is without manufacturer data",
};
