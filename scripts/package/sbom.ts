import type { PackageJson, Shipped } from "../shipped-packages.ts";

/**
 * The bill of materials: what the extension holds that others made, as CycloneDX 1.6 in JSON. It has neither serial number nor time, so that
 * the same source makes the same file.
 * @param direct names of what the project asks for itself.
 */
export function billOfMaterials(
  { name, version, dependencies }: PackageJson,
  packages: ReadonlyMap<string, Shipped>,
): string {
  const sorted = [...packages].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const direct = sorted.filter(([, { name, version }]) => dependencies[name] === version).map(([id]) => id);
  const bill = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: { type: "application", "bom-ref": name, name, version, licenses: [{ license: { id: "MPL-2.0" } }] },
    },
    components: sorted.map(([id, shipped]) => component(id, shipped)),
    dependencies: [
      { ref: name, dependsOn: direct },
      ...sorted.map(([ref, { dependencies }]) => ({ ref, dependsOn: dependencies.filter((id) => packages.has(id)) })),
    ],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function component(id: string, { name, version, licence, integrity }: Shipped): object {
  return {
    type: "library",
    "bom-ref": id,
    name,
    version,
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
    licenses: licence === null ? [] : [{ expression: licence }],
    // Of the archive in npm's registry.
    hashes: integrity === null ? [] : [{ alg: "SHA-512", content: hexOf(integrity) }],
  };
}

const hexOf = (integrity: string): string => Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex");
