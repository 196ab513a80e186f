import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { type Files, zipInOrder } from "../../src/evidence/archive.ts";
import { Lockfile, PackageJson, shippedPackages } from "../shipped-packages.ts";
import { lint } from "./lint.ts";
import { filesOf, PACKAGES, type PackageName } from "./packages.ts";
import { billOfMaterials } from "./sbom.ts";
import { committedFiles } from "./source.ts";

const OUT = join("out", "package");
const BUILT = "dist";

/** Writes everything that a release has into `out/package`. @returns what keeps it from being one, a sentence each. */
function main(): readonly string[] {
  if (process.env.ROOTWATCH_LAB || process.env.ROOTWATCH_OUT)
    throw new Error("This may be a lab build: unset ROOTWATCH_*");
  const packageJson = v.parse(PackageJson, readJson("package.json"));
  const source = committedFiles();
  const packages = (Object.keys(PACKAGES) as PackageName[]).map((name) => [name, filesOf(name, BUILT)] as const);
  const base = `rootwatch-${packageJson.version}`;
  const written = new Map<string, Uint8Array>();
  for (const [name, files] of packages) written.set(`${base}-${name}.zip`, zipInOrder(files, 9));
  written.set(`${base}-source.zip`, zipInOrder(source, 9));
  written.set(
    `${base}-sbom.cdx.json`,
    Buffer.from(billOfMaterials(packageJson, bundled(packages.map(([, files]) => files)))),
  );
  written.set("SHA256SUMS", Buffer.from([...written].map(sumLine).join("")));

  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  for (const [name, bytes] of written) writeFileSync(join(OUT, name), bytes);
  console.log(Buffer.from(written.get("SHA256SUMS") ?? []).toString());

  const tooLarge = packages.flatMap(([name]) => {
    const { length } = written.get(`${base}-${name}.zip`) ?? [];
    console.log(`${name}: ${length} bytes of at most ${PACKAGES[name]}`);
    return Number(length) > PACKAGES[name] ? [`${name} is too large`] : [];
  });
  const { known, wrong } = lint(join(OUT, `${base}-firefox.zip`));
  for (const warning of known) console.log(`Known warning of the store's linter: ${warning}`);
  return [...tooLarge, ...wrong];
}

/** What the build says it bundled. @throws Error when that is something which the lockfile does not know as a run-time dependency. */
function bundled(packages: readonly Files[]) {
  const known = shippedPackages(v.parse(Lockfile, readJson("package-lock.json")));
  const texts = packages.map((files) => new TextDecoder().decode(files.get("third-party-licences.md")));
  const ids = texts.flatMap((text) =>
    [...text.matchAll(/^## (\S+) - (\S+)/gm)].map(([, name, version]) => `${name}@${version}`),
  );
  return new Map(
    ids.map((id) => {
      const shipped = known.get(id);
      if (!shipped) throw new Error(`${id} is in a package, and is no run-time dependency`);
      return [id, shipped];
    }),
  );
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

/** As sha256sum writes and checks it. */
const sumLine = ([name, bytes]: readonly [string, Uint8Array]): string =>
  `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`;

try {
  const wrong = main();
  for (const each of wrong) console.error(each);
  if (wrong.length > 0) process.exitCode = 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
