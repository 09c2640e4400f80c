import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const servers = ["test/support/global-setup.ts"];

/** The longest: one that began last would run alone, while the other processors have nothing to do. */
const LONG = [
  "crash-matrix",
  "simulated-fortnight",
  "kills",
  "feeds-commands",
  "feed-incidents",
  "telling",
  "story-race",
  "slack-buttons",
  "reload",
  "demo",
];

function isShort({ moduleId }: TestSpecification): number {
  return LONG.some((name) => moduleId.endsWith(`/${name}.test.ts`)) ? 0 : 1;
}

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- not an array's
    return (await super.sort(files)).toSorted((a, b) => isShort(a) - isShort(b));
  }
}

export default defineConfig({
  test: {
    // Half of what the integration and e2e tests do is waiting for processes and servers.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongOnesFirst },
    projects: [
      // Importing a module does nothing here, so that files may share the modules of their thread: half the time.
      { test: { name: "unit", include: ["src/**/*.test.ts"], testTimeout: 30_000, isolate: false } },
      {
        test: {
          name: "integration",
          include: ["test/integration/**/*.test.ts"],
          globalSetup: servers,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: servers,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "long",
          include: ["test/long/**/*.test.ts"],
          globalSetup: servers,
          fileParallelism: false,
          testTimeout: 3_600_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
