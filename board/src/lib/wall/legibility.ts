import { geometry } from "./geometry.ts";

/** What can be read of a wall from where people stand. */
export type Legibility = {
  readonly rows: number;
  /** The subject is left out, so that the rest can be read. */
  readonly far: boolean;
  /** Capital letters of the digits and of clients' names: as high on the screen, under this angle for the reader. */
  readonly digits: Letters;
  readonly client: Letters;
};
export type Letters = { readonly millimetres: number; readonly arcMinutes: number };

/** Below this angle people guess instead of reading; it is twice what a good eye can tell apart. */
export const LEAST_ARC_MINUTES = 12;

const [DIGITS, CLIENT] = [56, 45]; // in design units, as in WallRow
const CAPITAL = 0.727; // of the type's size, in Inter
const MM_PER_INCH = 25.4;

/** Of a screen of 16 by 9 that a browser fills. */
export function legibility(metres: number, inches: number): Legibility {
  const { rows, far, k, z } = geometry(metres, inches, 1_920, 1_080, null);
  const unit = (inches * MM_PER_INCH * 9) / Math.hypot(16, 9) / 1_080;
  const letters = (size: number): Letters => {
    const high = size * k * z * CAPITAL * unit;
    const angle = Math.atan(high / (metres * 1_000)) * (180 / Math.PI) * 60;
    return { millimetres: Math.round(high), arcMinutes: Math.round(angle) };
  };
  return { rows, far, digits: letters(DIGITS), client: letters(CLIENT) };
}
