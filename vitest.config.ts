import { defineConfig } from "vitest/config";
import { watchlistPlugin } from "./scripts/watchlist-plugin.ts";

export default defineConfig({
  test: {
    // Two at a time also on larger machines: a browser is heavy, and so is the comparison with OpenSSL.
    maxWorkers: 2,
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
