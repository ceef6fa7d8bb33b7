import type { Product } from "./products.ts";
import { iOS, iPadOS, macOS } from "./support-facts/apple.ts";
import { chrome, edge, firefox, safari } from "./support-facts/browsers.ts";
import { exchange } from "./support-facts/exchange.ts";
import { android, chromeOS } from "./support-facts/google.ts";
import { debian, redHat, ubuntu } from "./support-facts/linux.ts";
import { microsoft365, office } from "./support-facts/office.ts";
import { sqlServer } from "./support-facts/sql-server.ts";
import { windows } from "./support-facts/windows.ts";
import { windowsServer } from "./support-facts/windows-server.ts";

/**
 * What most requests are about, so that a desk answers before it has loaded anybody's data; the desk's own table of
 * manufacturer data takes precedence, version by version.
 */
export const defaultProducts: readonly Product[] = [
  macOS,
  windows,
  iOS,
  iPadOS,
  chromeOS,
  android,
  windowsServer,
  office,
  microsoft365,
  exchange,
  sqlServer,
  chrome,
  edge,
  firefox,
  safari,
  ubuntu,
  debian,
  redHat,
];
