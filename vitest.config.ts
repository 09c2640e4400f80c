import { defineConfig } from "vitest/config";

const servers = ["test/support/global-setup.ts"];

export default defineConfig({
  test: {
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
