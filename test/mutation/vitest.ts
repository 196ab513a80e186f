import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from "@vitest/expect";

// What tests know as `vitest`, without the processes around it.
export { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } from "@vitest/runner";

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

const matchers = chai.expect as unknown as { extend(expect: unknown, matchers: unknown): void };
const surroundings = globalThis as unknown as Record<symbol, object>;

export const expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  surroundings[ASYMMETRIC_MATCHERS_OBJECT],
);
surroundings[GLOBAL_EXPECT] ??= expect;
matchers.extend(expect, customMatchers);
