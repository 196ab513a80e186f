import { expect, it } from "vitest";
import manifest from "../../manifest.json" with { type: "json" };
import { manifestFor, withoutInspect } from "../../scripts/manifest-for.ts";

const commandsOf = (browser: "chrome" | "firefox") =>
  (manifestFor(browser, manifest) as Pick<typeof manifest, "commands">).commands;

it("no two shortcuts have the same keys, and none the keys by which many people change the keyboard's language", () => {
  const keys = Object.values(commandsOf("chrome")).map(({ suggested_key }) => suggested_key.default);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).not.toMatch(/^Alt\+Shift/);
});

it("a package without the debugger has no shortcut to Inspect either", () => {
  expect(manifest.permissions).toContain("debugger");
  const { commands, permissions } = withoutInspect(manifest);
  expect(Object.keys(commands)).toEqual(["_execute_action"]);
  expect(permissions).toEqual(manifest.permissions.filter((permission) => permission !== "debugger"));
});

it("Firefox, where nothing need be inspected, has the shortcut for the popup alone", () => {
  expect(Object.keys(commandsOf("chrome"))).toEqual(["_execute_action", "inspect"]);
  expect(Object.keys(commandsOf("firefox"))).toEqual(["_execute_action"]);
});
