/**
 * Who this browser speaks for: a token, kept per place. A screen paired as a wall keeps its token apart, so that opening
 * the wall never signs the technician of the same browser out.
 */
type Place = "desk" | "wall";
const kept: { readonly [place in Place]: string } = { desk: "watchdesk.token", wall: "watchdesk.wall-token" };

class Session {
  readonly place: Place = location.pathname.startsWith("/board/wall") ? "wall" : "desk";
  token: string | null = $state.raw(null);
  /** The desk does not know the token (any more). */
  refused = $state(false);

  constructor() {
    this.token = this.#fromAddress() ?? localStorage.getItem(kept[this.place]) ?? localStorage.getItem(kept.desk);
    addEventListener("hashchange", () => {
      const token = this.#fromAddress();
      if (token && token !== this.token) location.reload();
    });
  }

  /** Takes `#token=…` out of the address: a fragment never reaches a server, but it stays in what people copy. */
  #fromAddress(): string | null {
    const token = new URLSearchParams(location.hash.slice(1)).get("token")?.trim();
    if (!token) return null;
    history.replaceState(history.state, "", location.pathname + location.search);
    localStorage.setItem(kept[this.place], token);
    return token;
  }

  signIn(token: string): void {
    localStorage.setItem(kept[this.place], token.trim());
    this.token = token.trim();
    this.refused = false;
  }

  signOut(): void {
    localStorage.removeItem(kept[this.place]);
    this.token = null;
    this.refused = false;
  }

  refuse(): void {
    this.refused = true;
  }
}

export const session = new Session();
