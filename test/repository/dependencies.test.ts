import { readFileSync } from "node:fs";
import * as v from "valibot";
import { expect, test } from "vitest";
import { dependencyFaults } from "../../scripts/dependencies.ts";
import { Lockfile, PackageJson, shippedPackages } from "../../scripts/shipped-packages.ts";

const HASH = `sha512-${"A".repeat(86)}==`;
const packageJson = {
  name: "it",
  version: "1.0.0",
  dependencies: { one: "1.2.3" },
  devDependencies: { tool: "4.5.6" },
};

/** `one` needs `two`, of which it has a copy of its own beside another's; `tool` and `peer` are not shipped. */
const lockfile = v.parse(Lockfile, {
  lockfileVersion: 3,
  packages: {
    "": { version: "1.0.0", dependencies: { one: "1.2.3" } },
    "node_modules/one": { version: "1.2.3", integrity: HASH, license: "MIT", dependencies: { two: "^1.0.0" } },
    "node_modules/one/node_modules/two": {
      version: "1.9.0",
      integrity: HASH,
      license: "ISC",
      dependencies: { three: "*" },
    },
    "node_modules/two": { version: "2.0.0", integrity: HASH, license: "Unknown" },
    "node_modules/three": { version: "3.0.0", integrity: HASH, license: "MIT" },
    "node_modules/tool": { version: "4.5.6", integrity: HASH, license: "CC-BY-4.0" },
  },
});

const withPackage = (path: string, change: object) =>
  v.parse(Lockfile, {
    ...lockfile,
    packages: { ...lockfile.packages, [path]: { ...lockfile.packages[path], ...change } },
  });

test("what is shipped is what the run-time dependencies lead to, each by the copy that is found from there", () => {
  expect([...shippedPackages(lockfile).keys()].toSorted()).toEqual(["one@1.2.3", "three@3.0.0", "two@1.9.0"]);
});

test("nothing is wrong with this project's dependencies", () => {
  const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
  expect(
    dependencyFaults(v.parse(PackageJson, read("package.json")), v.parse(Lockfile, read("package-lock.json"))),
  ).toEqual([]);
  expect(dependencyFaults(packageJson, lockfile)).toEqual([]);
});

test.each(["^1.2.3", "1.2", "latest", "1.2.3 || 2.0.0", "git+https://example.com/one.git"])(
  "%s is no exact version",
  (version) => {
    const faults = dependencyFaults({ ...packageJson, devDependencies: { tool: version } }, lockfile);
    expect(faults).toEqual([expect.stringContaining(`tool is "${version}"`)]);
  },
);

test.each([
  [{ integrity: undefined }, "has no SHA-512"],
  [{ integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" }, "has no SHA-512"],
  [{ resolved: "https://example.com/one.tgz" }, "comes from https://example.com/one.tgz"],
  [{ license: undefined }, "has the licence null"],
  [{ license: "AGPL-3.0-only" }, "has the licence AGPL-3.0-only"],
])("a shipped package with %o is told", (change, told) => {
  expect(dependencyFaults(packageJson, withPackage("node_modules/three", change))).toEqual([
    expect.stringContaining(told),
  ]);
});
