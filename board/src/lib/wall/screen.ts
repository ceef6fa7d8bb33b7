import type { Stop } from "../socket.ts";

/** What a screen that nobody touches for weeks must do for itself. */

/** Keeps the screen awake while it is looked at. A browser without wake locks goes by the system's own setting. */
export function keepAwake(): Stop {
  let lock: WakeLockSentinel | undefined;
  const take = async () => {
    if (document.visibilityState === "visible")
      lock = await navigator.wakeLock?.request("screen").catch(() => undefined);
  };
  void take();
  document.addEventListener("visibilitychange", take);
  return () => {
    document.removeEventListener("visibilitychange", take);
    void lock?.release();
  };
}

/** No pointer on a wall: gone after three still seconds, back when it moves. */
export function hidePointer(): Stop {
  let timer: ReturnType<typeof setTimeout>;
  const moved = () => {
    document.documentElement.style.cursor = "";
    clearTimeout(timer);
    timer = setTimeout(() => (document.documentElement.style.cursor = "none"), 3_000);
  };
  moved();
  addEventListener("pointermove", moved);
  return () => {
    removeEventListener("pointermove", moved);
    clearTimeout(timer);
    document.documentElement.style.cursor = "";
  };
}

/** Loads the page anew, but only if there is a desk to load it from: a television must never show a browser's error. */
export async function reloadIfServed(): Promise<void> {
  const served = await fetch("/healthz", {
    method: "HEAD",
    cache: "no-store",
    signal: AbortSignal.timeout(5_000),
  }).then(
    (response) => response.ok,
    () => false,
  );
  if (served) location.reload();
}

/** Three faults of the page within a minute: it is past helping itself. At most one such reload in ten minutes. */
export function reloadOnFaults(): Stop {
  const faults: number[] = [];
  const KEY = "watchdesk.wall-fault-reload";
  const noted = () => {
    faults.push(performance.now());
    const recent = faults.filter((at) => performance.now() - at < 60_000);
    if (recent.length < 3 || Date.now() - Number(sessionStorage.getItem(KEY) ?? 0) < 600_000) return;
    sessionStorage.setItem(KEY, String(Date.now()));
    void reloadIfServed();
  };
  addEventListener("error", noted);
  addEventListener("unhandledrejection", noted);
  return () => {
    removeEventListener("error", noted);
    removeEventListener("unhandledrejection", noted);
  };
}

/** Against burn-in: the whole picture wanders a few units on a loop of four hours. */
export function drift(machineSeconds: number): { x: number; y: number } {
  const turn = (Math.floor(machineSeconds / 60) / 240) * 2 * Math.PI;
  return { x: Math.round(4 * Math.sin(turn)), y: Math.round(4 * Math.sin(2 * turn)) };
}
