import type { Reporter, TestModule } from "vitest/node";

/** Counts tests for the last line of `npm test`; a file that does not load is a failure as well. */
export class Count implements Reporter {
  passed = 0;
  failed = 0;
  skipped = 0;

  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandled: ReadonlyArray<unknown>) {
    this.failed += unhandled.length;
    for (const module of modules) {
      if (module.errors().length > 0) this.failed++;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") this.passed++;
        else if (state === "failed") this.failed++;
        else this.skipped++;
      }
      for (const suite of module.children.allSuites()) this.failed += suite.errors().length;
    }
  }

  /** Exactly `N passed, N failed, N skipped`. */
  toString() {
    return `${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped`;
  }
}
