import * as v from "valibot";

/** What is used of package.json. */
export const PackageJson = v.object({
  name: v.string(),
  version: v.string(),
  dependencies: v.record(v.string(), v.string()),
  devDependencies: v.record(v.string(), v.string()),
});

const Locked = v.object({
  version: v.string(),
  license: v.optional(v.string()),
  integrity: v.optional(v.string()),
  resolved: v.optional(v.string()),
  dependencies: v.optional(v.record(v.string(), v.string()), {}),
});

/** What is used of package-lock.json; packages by their path, the project itself by "". */
export const Lockfile = v.object({ lockfileVersion: v.literal(3), packages: v.record(v.string(), Locked) });

export type PackageJson = v.InferOutput<typeof PackageJson>;
export type Lockfile = v.InferOutput<typeof Lockfile>;

/** A package whose code can be in what people install. */
export interface Shipped {
  readonly name: string;
  readonly version: string;
  /** SPDX expression, as the package states it; null where it states none. */
  readonly licence: string | null;
  /** Of the archive that was installed, as npm writes it: "sha512-" and base64. Null where the lockfile has none. */
  readonly integrity: string | null;
  /** What it depends on, as `name@version`. */
  readonly dependencies: readonly string[];
}

const FOLDER = "node_modules/";

/**
 * The run-time dependencies and theirs, by `name@version`. Peers are left out: none of ours is run, only compiled with.
 * @throws Error when the lockfile lacks one.
 */
export function shippedPackages({ packages }: Lockfile): ReadonlyMap<string, Shipped> {
  const shipped = new Map<string, Shipped>();
  const add = (path: string): string => {
    const { version, license = null, integrity = null, dependencies } = locked(packages, path);
    const name = path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
    const id = `${name}@${version}`;
    if (!shipped.has(id)) {
      const needed = Object.keys(dependencies).map((each) => add(resolve(packages, path, each)));
      shipped.set(id, { name, version, licence: license, integrity, dependencies: needed.toSorted() });
    }
    return id;
  };
  for (const name of Object.keys(locked(packages, "").dependencies)) add(FOLDER + name);
  return shipped;
}

/** Where Node finds a package that another asks for: in its own folder, or in one above. */
function resolve(packages: Lockfile["packages"], from: string, name: string): string {
  const own = `${from}/${FOLDER}${name}`;
  if (own in packages) return own;
  const above = from.lastIndexOf(`/${FOLDER}`);
  return above < 0 ? FOLDER + name : resolve(packages, from.slice(0, above), name);
}

function locked(packages: Lockfile["packages"], path: string) {
  const entry = packages[path];
  if (!entry) throw new Error(`package-lock.json has no "${path}": run npm install`);
  return entry;
}
