import { expect, test } from "vitest";
import { groupHosts } from "../../extension/dossier/host-groups.ts";

const target = (host: string, operator: string | null) => ({
  host,
  operator,
  country: null,
  authorities: [],
  sources: ["https://example.com/"],
});

test("hosts stand with the company that runs them, the largest group first and those of unknown ones last", () => {
  const targets = [
    target("a.example", "Small"),
    target("b.example", "Large"),
    target("c.example", "Large"),
    target("d.example", null),
  ];
  const hosts = ["x.example", "d.example", "y.example", "a.example", "*.b.example", "c.example"];
  expect(groupHosts(hosts, targets)).toEqual([
    { operator: "Large", hosts: ["*.b.example", "c.example"] },
    { operator: "Small", hosts: ["a.example"] },
    { operator: null, hosts: ["x.example", "d.example", "y.example"] },
  ]);
});
