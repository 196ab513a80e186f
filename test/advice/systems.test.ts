import { expect, it } from "vitest";
import { SYSTEMS, systemsFor } from "../../extension/advice/systems.ts";

it.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/156.0", 0, ["windows"]],
  ["Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0", 10, ["windows", "firefox"]],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/156.0", 0, ["macos"]],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605", 5, ["ios"]],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)", 5, ["ios"]],
  ["Mozilla/5.0 (Linux; Android 15) Chrome/156.0 Mobile", 5, ["android"]],
  ["Mozilla/5.0 (Android 15; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0", 5, ["android"]],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", 0, ["linux", "firefox"]],
  ["Something new", 0, []],
])("%s with %i fingers", (userAgent, maxTouchPoints, expected) => {
  const { likely, others } = systemsFor({ userAgent, maxTouchPoints });
  expect(likely).toEqual(expected);
  expect([...likely, ...others].sort()).toEqual(Object.keys(SYSTEMS).sort());
});
