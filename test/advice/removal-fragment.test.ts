import { expect, it } from "vitest";
import { inPairs, readRemovalFragment, removalFragment } from "../../extension/components/removal-fragment.ts";

const WANTED = { name: "A & B = «Б» #1", sha256: "ab".repeat(32), sha1: "cd".repeat(20) };

it("the address of the advice names a certificate and gives it back", () => {
  expect(readRemovalFragment(`#${removalFragment(WANTED)}`)).toEqual(WANTED);
});

it("a long name is cut, and still read", () => {
  expect(readRemovalFragment(`#${removalFragment({ ...WANTED, name: "x".repeat(500) })}`)?.name).toHaveLength(120);
});

it.each([
  ["", "nothing"],
  ["#vpn", "a part of the page"],
  [`#name=x&sha256=${"AB".repeat(32)}&sha1=${"cd".repeat(20)}`, "capitals"],
  [`#name=x&sha256=${"ab".repeat(31)}&sha1=${"cd".repeat(20)}`, "a short hash"],
  [`#name=${"x".repeat(200)}&sha256=${"ab".repeat(32)}&sha1=${"cd".repeat(20)}`, "a name that nobody has"],
  [`#name=&sha256=${"ab".repeat(32)}&sha1=${"cd".repeat(20)}`, "no name"],
])("%s names none: %s", (fragment) => {
  expect(readRemovalFragment(fragment)).toBeNull();
});

it("a fingerprint is written as systems write it", () => {
  expect(inPairs("ab01ff")).toBe("AB:01:FF");
});
