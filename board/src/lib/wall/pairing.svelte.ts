import { session } from "../session.svelte.ts";
import type { Stop } from "../socket.ts";

const KEPT = "watchdesk.pairing";
const LOOK_MS = 3_000;
const AGAIN_MS = 15_000;

type Asked = { readonly code: string; readonly secret: string };

/** A screen without a pass: it asks for a code, shows it, and looks until somebody has let it in. It never gives up. */
export class Pairing {
  /** Six digits; null until the desk has given some. */
  code: string | null = $state(null);
  /** Why there is none. */
  trouble: string | null = $state(null);
  #stopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Call inside an effect. */
  start(): Stop {
    void this.#step(read());
    return () => {
      this.#stopped = true;
      clearTimeout(this.#timer);
    };
  }

  async #step(asked: Asked | null): Promise<void> {
    const { next, wait } = await this.#turn(asked).catch(() => {
      this.trouble = "The desk does not answer. This screen goes on trying.";
      return { next: asked, wait: AGAIN_MS };
    });
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#step(next), wait);
  }

  /** One question to the desk; answers what to ask next, and when. */
  async #turn(asked: Asked | null): Promise<{ next: Asked | null; wait: number }> {
    const response = await send(asked ? "/pair/claim" : "/pair", asked ? { secret: asked.secret } : {});
    if (response.status === 429 || response.status === 503) {
      const seconds = Number(response.headers.get("retry-after")) || 60;
      if (!asked) this.trouble = "Too many screens ask at once. This one asks again by itself.";
      return { next: asked, wait: Math.min(seconds, 120) * 1_000 };
    }
    if (response.status === 410) {
      sessionStorage.removeItem(KEPT);
      return { next: null, wait: 0 };
    }
    if (!response.ok) throw new Error(String(response.status));
    this.trouble = null;
    const body = await response.json();
    if (asked && response.status === 200) {
      sessionStorage.removeItem(KEPT);
      this.#stopped = true;
      keepSince();
      session.signIn(body.token);
      return { next: null, wait: 0 };
    }
    const now: Asked = asked ?? { code: body.code, secret: body.secret };
    sessionStorage.setItem(KEPT, JSON.stringify(now)); // a page that is loaded anew shows the same code
    this.code = now.code;
    return { next: now, wait: LOOK_MS };
  }
}

const send = (path: string, body: object, token?: string): Promise<Response> =>
  fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });

function read(): Asked | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  } catch {
    return null;
  }
}

const SINCE = "watchdesk.wall-pass-since";
const DAY_MS = 24 * 3_600_000;
const keepSince = () => localStorage.setItem(SINCE, String(Date.now()));

/** Changes the pass of a paired screen for a new one once a day, so that a copy of it is soon worth nothing. */
export function renewDaily(onNew: () => void): Stop {
  const look = async () => {
    const since = Number(localStorage.getItem(SINCE) ?? Number.NaN);
    // a pass that came in an address belongs to no screen, and stays as it is
    if (Number.isNaN(since) || Date.now() - since < DAY_MS || !session.token) return;
    const response = await send("/pair/renew", {}, session.token).catch(() => null);
    if (response?.status === 401) return session.refuse();
    if (response?.status === 409) return localStorage.removeItem(SINCE);
    if (!response?.ok) return; // next time
    session.signIn((await response.json()).token);
    keepSince();
    onNew();
  };
  void look();
  const timer = setInterval(() => void look(), 3_600_000);
  return () => clearInterval(timer);
}
