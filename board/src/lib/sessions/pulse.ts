/**
 * Calls once a second, also while nobody looks at the page: a browser slows the timers of a hidden page to one a minute,
 * but not a worker's, and whoever is connected looks at another window.
 */
export function everySecond(act: () => void): () => void {
  const worker = new Worker(new URL("./pulse.worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = act;
  return () => worker.terminate();
}
