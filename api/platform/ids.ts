import { randomFillSync } from "node:crypto";

let last = 0;
let counter = 0;

// asking the system for random bytes costs more than all the rest of an id: a page of them serves hundreds
const RANDOM = 4096;
const random = Buffer.alloc(RANDOM);
let used = RANDOM;

/**
 * RFC 9562 UUIDv7: ordered by machine time, so it indexes like a sequence. Within one process ids never go backwards,
 * even when the machine's clock does: the 12 bits after the version count within a millisecond.
 */
export function uuidv7(now = Date.now()): string {
  if (now > last) {
    last = now;
    counter = 0;
  } else if (++counter > 0xfff) {
    last += 1;
    counter = 0;
  }
  if (used === RANDOM) {
    randomFillSync(random);
    used = 0;
  }
  const b = Buffer.alloc(16);
  random.copy(b, 8, used, (used += 8));
  b.writeUIntBE(last, 0, 6);
  b[6] = 0x70 | (counter >> 8);
  b[7] = counter & 0xff;
  b[8] = ((b[8] as number) & 0x3f) | 0x80;
  return b.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
