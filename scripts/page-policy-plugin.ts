import type { Plugin } from "vite";

/** The pages that need more than the others: one reads an offered certificate from its site, the other asks sites in frames (Firefox). */
const CONNECTS = "extension/offered/";
const FRAMES = "extension/check/";

/**
 * Narrows the policy that the manifest sets for all pages, and for the background, which asks sites: a page reaches files of the extension
 * and nothing else, so that what got into it could tell nobody.
 */
export function pagePolicyPlugin(): Plugin {
  return {
    name: "rootwatch-page-policy",
    apply: "build",
    transformIndexHtml(_, { path }) {
      const policy = [
        ...(path.includes(CONNECTS) ? [] : ["connect-src 'self'"]),
        ...(path.includes(FRAMES) ? [] : ["frame-src 'none'"]),
      ];
      return [
        {
          tag: "meta",
          attrs: { "http-equiv": "Content-Security-Policy", content: policy.join("; ") },
          injectTo: "head-prepend",
        },
      ];
    },
  };
}
