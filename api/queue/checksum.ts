import type { BoardRow } from "./board-view.ts";

/**
 * What a board's rows come to, so that it sees whether it shows what the desk means: the sum, modulo 2³², of FNV-1a (32
 * bits) over `ticketId:version:orderKey:next` of each row, as 8 hexadecimal digits. A sum, so that the order of rows does
 * not matter: it follows from the keys.
 */
export function checksum(rows: readonly Pick<BoardRow, "ticketId" | "version" | "orderKey" | "next">[]): string {
  let sum = 0;
  for (const { ticketId, version, orderKey, next } of rows)
    sum = (sum + fnv1a(`${ticketId}:${version}:${orderKey}:${next}`)) >>> 0;
  return sum.toString(16).padStart(8, "0");
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
