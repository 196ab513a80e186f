import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { drawStructure, inCircles, isPage, readStructure, withDiagram } from "../../scripts/import-structure.ts";

const structure = readStructure();

it("the structure is drawn in docs/architecture.md as it is; npm run structure draws it again", () => {
  const page = readFileSync("docs/architecture.md", "utf8");
  expect(page).toBe(withDiagram(page, drawStructure(structure)));
});

it("no parts import each other in a circle", () => {
  expect(inCircles(structure)).toEqual([]);
});

it("nothing imports from a page", () => {
  const arrows = [...structure].flatMap(([part, others]) => [...others].map((other) => ({ part, other })));
  expect(arrows.length).toBeGreaterThan(50);
  expect(arrows.filter(({ other }) => isPage(other))).toEqual([]);
});
