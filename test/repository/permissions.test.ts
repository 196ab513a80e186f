import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import manifest from "../../manifest.json" with { type: "json" };
import { manifestFor, withoutInspect } from "../../scripts/manifest-for.ts";

/** The columns of the table, with what each package is built from. */
const PACKAGES = {
  Chrome: manifestFor("chrome", manifest),
  "Chrome without Inspect": withoutInspect(manifest),
  Firefox: manifestFor("firefox", manifest),
};

const page = readFileSync("docs/permissions.md", "utf8");
const [head = [], , ...rows] = [...page.matchAll(/^\|(.*)\|$/gm)].map(([, row = ""]) =>
  row.split("|").map((cell) => cell.trim()),
);
const sections = new Map([...page.matchAll(/^## `(.+)`\n([^#]*)/gm)].map(([, name = "", text = ""]) => [name, text]));

function permissionsOf(built: object): string[] {
  const { permissions, host_permissions } = built as Pick<typeof manifest, "permissions" | "host_permissions">;
  return [...host_permissions, ...permissions].toSorted();
}

it("the table has every package", () => {
  expect(head.slice(1)).toEqual(Object.keys(PACKAGES));
});

describe.each(Object.entries(PACKAGES))("the package for %s", (name, built) => {
  it("asks for what the table says, and for nothing at run time", () => {
    const column = head.indexOf(name);
    const said = rows.filter((row) => row[column] === "yes").map(([permission = ""]) => permission.replaceAll("`", ""));
    expect(said).toEqual(permissionsOf(built));
    for (const more of ["optional_permissions", "optional_host_permissions", "content_scripts"]) {
      expect(built).not.toHaveProperty(more);
    }
  });

  it("asks for nothing that is said not to be asked for", () => {
    const [, refused = ""] = page.split("## What is not asked for");
    const names = [...refused.matchAll(/`(\w+)`/g)].map(([, each]) => each);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((each) => permissionsOf(built).includes(each ?? ""))).toEqual([]);
  });
});

it("each permission has a paragraph that says what does not work without it, and no other has", () => {
  const all = new Set(Object.values(PACKAGES).flatMap(permissionsOf));
  expect([...sections.keys()]).toEqual([...all].toSorted());
  for (const text of sections.values()) expect(text).toContain("**Without it**");
});
