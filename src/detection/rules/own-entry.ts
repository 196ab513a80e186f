import { finding, nameOf, type Rule } from "./rule.ts";

/**
 * A verified path leads to a certificate or key that the user chose to watch. It never says more than `listed`: what the user knows of
 * the key is the user's. Only proofs count; what resembles an own entry is not looked for.
 */
export const ownEntry: Rule = (on) =>
  on.matches.flatMap(({ listed, strength, key, certificate }) => {
    if (listed.role !== "own") return [];
    const reason = strength === "signature" ? "signed-by-own-entry" : "own-entry";
    return [
      finding("own-entry", reason, {
        match: strength,
        key,
        certificate,
        details: [nameOf(on, certificate), listed.name],
      }),
    ];
  });
