import type { Seal } from "./seal.ts";
import type { Viewer } from "./viewer.ts";

/** Who came in, and what closes texts so that only their credential opens them. */
export type Visitor = { readonly viewer: Viewer; readonly seal: Seal };
