import { readdirSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { Authority, type ListedCertificate } from "../../src/watchlist/authority.ts";
import { PublicRoots } from "../../src/watchlist/public-roots.ts";

const folder = new URL("../../src/watchlist/", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), "utf8"));

/** File name without ending, and what is in it, unchecked. */
export const files: readonly (readonly [string, unknown])[] = readdirSync(new URL("authorities/", folder))
  .sort()
  .map((name) => [name.replace(/\.json$/, ""), read(`authorities/${name}`)]);

export const publicRootsFile: unknown = read("public-roots.json");

export const authorities: readonly Authority[] = files.map(([, file]) => v.parse(Authority, file));

export const publicRoots: PublicRoots = v.parse(PublicRoots, publicRootsFile);

/** Every listed certificate with a title for a test. */
export const certificates: readonly (readonly [string, ListedCertificate])[] = authorities.flatMap((authority) =>
  authority.certificates.map((certificate, index) => [`${authority.id} certificates.${index}`, certificate] as const),
);
