import { siteOf } from "../sighting.ts";
import { finding, leafOf, type Rule } from "./rule.ts";

/** A certificate younger than this was made for the visit, or nearly so, in milliseconds. */
const JUST_NOW = 60 * 60 * 1000;

/**
 * Signs that something makes certificates as they are needed, as antivirus programs, company proxies and boxes do, in the place of a
 * private site's own authority. They tell the one from the other and change no verdict. Of a leaf whose root is not seen it is told only
 * that it is new: unrelated sites of one public host may share a key.
 */
export const madeOnTheFly: Rule = (on) => {
  const { observation, root, certificates, memory } = on;
  const leaf = leafOf(on);
  if (!root || root.kind === "public" || observation.connection === "supplied" || !leaf) return [];
  const age = observation.at - leaf.notBefore;
  const shared =
    root.kind === "added" &&
    memory.sightings.find(
      ({ host, leafKey }) => leafKey === certificates[0]?.spkiSha256 && siteOf(host) !== siteOf(observation.host ?? ""),
    );
  return [
    ...(age >= 0 && age < JUST_NOW ? [finding("made-on-the-fly", "made-just-now", { certificate: 0 })] : []),
    ...(shared ? [finding("made-on-the-fly", "leaf-key-shared", { certificate: 0, details: [shared.host] })] : []),
  ];
};
