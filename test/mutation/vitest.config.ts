import { defineConfig } from "vitest/config";
import { watchlistPlugin } from "../../scripts/watchlist-plugin.ts";

const folder = process.env.MUTATED_FOLDER ?? "*";

/** The tests that a mutant is tried against: those of its folder, without the ones that try thousands of cases for one answer. */
export default defineConfig({
  plugins: [watchlistPlugin()],
  test: {
    include: [`test/${folder}/**/*.test.ts`],
    exclude: [
      "test/certificate/{openssl,properties}.test.ts",
      "test/detection/{adversary,every-listed-key,innocent-neighbours,ordinary-life,real-chains,selective-box}.test.ts",
    ],
    testTimeout: 60_000,
  },
});
