/** Asks again until the answer satisfies; for what arrives by the wire, never for what a clock decides. */
export async function eventually<T>(
  ask: () => Promise<T> | T,
  satisfies: (answer: T) => boolean,
  withinMs = 10_000,
): Promise<T> {
  const until = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (performance.now() > until) throw new Error(`not within ${withinMs} ms; last answer: ${JSON.stringify(answer)}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
