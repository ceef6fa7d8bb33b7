import type { Reporter, TestModule } from "vitest/node";

/** Ends the run's output with one line that a machine can read: how many tests ran, and how. */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state] += 1;
      if (module.errors().length > 0) count.failed += 1;
    }
    const skipped = count.skipped + count.pending;
    const aside = skipped > 0 ? `${skipped} skipped, each for the reason it printed\n` : "";
    // after everything else that is still to be printed
    process.once("exit", () => process.stdout.write(`\n${aside}${count.passed} passed, ${count.failed} failed\n`));
  }
}
