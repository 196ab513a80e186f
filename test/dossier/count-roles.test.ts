import { expect, test } from "vitest";
import { countRoles } from "../../extension/dossier/count-roles.ts";

test("the role that leads to the worst verdict comes first, however few keys have it, then the most frequent", () => {
  const roles = ["state-operated", "distrusted-ca", "distrusted-ca", "interception"] as const;
  expect(countRoles(roles.map((role) => ({ role })))).toEqual([
    { role: "interception", count: 1 },
    { role: "distrusted-ca", count: 2 },
    { role: "state-operated", count: 1 },
  ]);
});
