import { isWall } from "./wall/settings.ts";

/**
 * Who this browser speaks for. People have a session: a cookie that no script can read, so that only its being there is
 * noted. A token (a demo's, a screen's pass) is kept per place: a screen paired as a wall keeps its own apart, so that
 * opening the wall never signs the technician of the same browser out.
 */
type Place = "desk" | "wall" | "book";
/** Whoever follows a booking link speaks by the link, which stays in the address and is kept nowhere else. */
const kept: { readonly [place in Exclude<Place, "book">]: string } = {
  desk: "watchdesk.token",
  wall: "watchdesk.wall-token",
};
const placeOf = (path: string): Place => (isWall(path) ? "wall" : /^\/book\/?$/.test(path) ? "book" : "desk");
const NOTED = "watchdesk.signed-in";

class Session {
  readonly place: Place = placeOf(location.pathname);
  token: string | null = $state.raw(null);
  /** Signed in by a cookie, as far as we know: the desk has the last word. */
  cookie = $state(false);
  /** The desk does not know the token, or the session, (any more). */
  refused = $state(false);
  /** Whether there is any reason to ask the desk for something. */
  readonly known = $derived((this.token !== null || this.cookie) && !this.refused);

  constructor() {
    if (this.place === "book") {
      this.token = location.hash.slice(1) || null;
      addEventListener("hashchange", () => location.reload());
      return;
    }
    this.#readAddress();
    this.token ??= localStorage.getItem(kept[this.place]) ?? localStorage.getItem(kept.desk);
    this.cookie = localStorage.getItem(NOTED) !== null;
    addEventListener("hashchange", () => {
      if (/^#(token=|signed-in$)/.test(location.hash)) location.reload();
    });
  }

  /** Takes what stands behind the # out of the address: it never reaches a server, but it stays in what people copy. */
  #readAddress(): void {
    const token = new URLSearchParams(location.hash.slice(1)).get("token")?.trim();
    const cameBack = location.hash === "#signed-in"; // from the OpenID provider, with a cookie
    if (!token && !cameBack) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    if (cameBack) this.enter();
    if (token) this.signIn(token);
  }

  /** A token was given: from now on it is what this place speaks by. */
  signIn(token: string): void {
    if (this.place !== "book") localStorage.setItem(kept[this.place], token.trim());
    this.token = token.trim();
    this.refused = false;
  }

  /** The desk set the cookie of a session. */
  enter(): void {
    localStorage.setItem(NOTED, "yes");
    localStorage.removeItem(kept.desk);
    this.cookie = true;
    this.token = null;
    this.refused = false;
  }

  /** Ends the session at the desk, here or wherever the same person is signed in, and forgets the token. */
  async signOut(everywhere = false): Promise<void> {
    if (this.cookie)
      await fetch("/sign-out", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ everywhere }),
      }).catch(() => {}); // offline: the cookie stays, and so does what may be done about it later
    this.forget();
  }

  /** Whatever it spoke by is of no use. */
  forget(): void {
    if (this.place !== "book") localStorage.removeItem(kept[this.place]);
    localStorage.removeItem(NOTED);
    this.token = null;
    this.cookie = false;
    this.refused = false;
  }

  refuse(): void {
    this.refused = true;
  }
}

export const session = new Session();
