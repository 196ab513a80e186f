import { defineConfig } from "vitest/config";
import { watchlistPlugin } from "./scripts/watchlist-plugin.ts";

export default defineConfig({
  test: {
    // Three at a time, also on larger machines and on two cores: a browser is heavy, and half of the time it is waited for.
    maxWorkers: 3,
    reporters: ["default", "./test/counting-reporter.ts"],
    projects: [
      {
        plugins: [watchlistPlugin()],
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [watchlistPlugin()],
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: "test/browser/lab-build.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
