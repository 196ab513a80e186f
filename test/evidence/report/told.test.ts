import { expect, it } from "vitest";
import { sentenceOrNull, told } from "../../../src/evidence/report/told.ts";
import { english, linesOf } from "./content.ts";

it("what has a sentence is told by it, and what has none by its own name", () => {
  expect(linesOf(told(english, "basis", "leaf-only"))).toEqual(["Only the site's certificate"]);
  expect(told(english, "basis", "<new>").html).toBe("<bdi>&#60;new&#62;</bdi>");
  expect(sentenceOrNull(english, "basis", "new")).toBeNull();
});

it("what fails otherwise has not only no sentence", () => {
  const failing = () => {
    throw new Error("failed");
  };
  expect(() => sentenceOrNull(failing, "basis", "sent")).toThrow("failed");
});
