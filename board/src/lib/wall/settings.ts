/**
 * What one screen is set to. It lives in the screen's address, so that a television is set up by what it opens, and set
 * up alike again after anything that may happen to it.
 */
export type WallSettings = {
  /** From the screen to the reader. */
  readonly metres: number;
  /** The screen's diagonal. */
  readonly inches: number;
  /** `auto` is light while the desk is open. */
  readonly theme: WallTheme;
  /** Client codes and no subjects. */
  readonly privacy: boolean;
  readonly sound: boolean;
  /** 1 to 100. */
  readonly volume: number;
};
export const wallThemes = ["dark", "light", "auto"] as const;
export type WallTheme = (typeof wallThemes)[number];

export const usual: WallSettings = {
  ...{ metres: 4, inches: 55, theme: "dark", privacy: false, sound: false, volume: 60 },
};

/** The wall alone: what lies below its address are pages like all others. */
export const isWall = (path: string): boolean => /^\/board\/wall\/?$/.test(path);

type Search = Pick<URLSearchParams, "get">;

/** A number above zero; anything else is as if it were not there. */
export function numberIn(search: Search, name: string): number | null {
  const n = Number(search.get(name));
  return Number.isFinite(n) && n > 0 ? n : null;
}

/** Reads an address; whatever it leaves out or misspells is as usual. */
export const readSettings = (search: Search): WallSettings => ({
  metres: numberIn(search, "d") ?? usual.metres,
  inches: numberIn(search, "in") ?? usual.inches,
  theme: wallThemes.find((theme) => theme === search.get("theme")) ?? usual.theme,
  privacy: search.get("privacy") === "1",
  sound: search.get("sound") === "1",
  volume: Math.min(100, Math.max(1, Math.round(numberIn(search, "volume") ?? usual.volume))),
});

/** The query of an address: size, distance and theme always, so that it can be read; the rest where it is chosen. */
export function writeSettings(s: WallSettings): string {
  const search = new URLSearchParams({ d: String(s.metres), in: String(s.inches), theme: s.theme });
  if (s.privacy) search.set("privacy", "1");
  if (s.sound) {
    search.set("sound", "1");
    search.set("volume", String(s.volume));
  }
  return search.toString();
}
