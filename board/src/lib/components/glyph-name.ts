/** The shapes of a standing: triangle, diamond, ring, two bars. */
export type GlyphName = "breached" | "at-risk" | "on-track" | "paused";
