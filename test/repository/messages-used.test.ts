import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import messages from "../../extension/_locales/en/messages.json";

const code = ["extension", "src"]
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)))
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(name, "utf8"))
  .join("\n");
const manifest = readFileSync("manifest.json", "utf8");

/** Every string and every key of an object in the code; "-" stands for "_" in the names of messages. */
const words = new Set([...code.matchAll(/["'`]([\w-]+)["'`]|\b(\w+):/g)].map(toName));
const inManifest = new Set([...manifest.matchAll(/__MSG_(\w+)__/g)].map(toName));
/** What stands before and after the variable in the names of messages that are put together. */
const families = [...code.matchAll(/messageKey\(\s*"([\w-]+)"|`(\w+_)\$\{[^`}]*\}(\w*)`/g)].map(
  ([, family, before = `${family}_`, after = ""]) => ({ before: before.replaceAll("-", "_"), after }),
);

test.each(Object.keys(messages))("%s is shown somewhere", (key) => {
  const isMember = families.some(
    ({ before, after }) =>
      key.startsWith(before) && key.endsWith(after) && words.has(key.slice(before.length, key.length - after.length)),
  );
  expect(words.has(key) || inManifest.has(key) || isMember).toBe(true);
});

function toName([, first, second]: RegExpMatchArray): string {
  return (first ?? second ?? "").replaceAll("-", "_");
}
