import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const BROWSERS = {
  chromium: {
    variable: "CHROMIUM_PATH",
    names: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
    paths: ["/usr/lib/chromium/chromium", "/opt/google/chrome/chrome"],
  },
  firefox: {
    variable: "FIREFOX_PATH",
    names: ["firefox-esr", "firefox"],
    paths: ["/usr/lib/firefox-esr/firefox-esr", "/usr/lib/firefox/firefox", "/opt/firefox/firefox"],
  },
} as const;

/** What the end-to-end tests need, with the Debian package that brings it. */
const NEEDS = [
  { what: "Chromium or Google Chrome", debian: "chromium", present: () => lookUp("chromium") !== undefined },
  { what: "Firefox or Firefox ESR", debian: "firefox-esr", present: () => lookUp("firefox") !== undefined },
  { what: "certutil (of NSS)", debian: "libnss3-tools", present: () => onPath("certutil").length > 0 },
  { what: "age", debian: "age", present: () => onPath("age").length > 0 },
  { what: "fc-list (of fontconfig)", debian: "fontconfig", present: () => onPath("fc-list").length > 0 },
  // Ә and ғ: whatever has them has the rest of Kazakh and all of Russian; without it screenshots show empty boxes.
  { what: "a font with Kazakh letters", debian: "fonts-dejavu-core", present: () => hasFontWith("04d8 0493") },
] as const;

/**
 * Path of the browser's executable: CHROMIUM_PATH or FIREFOX_PATH if set, else the first on PATH or in a usual place.
 * @throws Error when the variable names no executable file, or the browser is nowhere.
 */
export function findBrowser(browser: keyof typeof BROWSERS): string {
  const path = lookUp(browser);
  if (path !== undefined) return path;
  throw new Error(`${browser} not found: run scripts/ensure-browsers.ts, or set ${BROWSERS[browser].variable}`);
}

/**
 * Sees to it that everything the end-to-end tests need is installed. As root on Debian it installs what is missing.
 * @throws Error that says what to install, where it cannot do that itself.
 */
export async function ensureBrowsers(): Promise<{ chromium: string; firefox: string }> {
  if (process.platform !== "linux") {
    throw new Error(
      "The end-to-end tests run on Linux only, because they hand their roots to the browsers through NSS. " +
        "Everything else runs here: use a Linux container or virtual machine for them.",
    );
  }
  const missing = NEEDS.filter((need) => !need.present());
  if (missing.length > 0) {
    const packages = missing.map((need) => need.debian);
    if (process.getuid?.() !== 0 || !isDebian()) throw new Error(instructions(missing));
    console.log(
      `Missing: ${missing.map((need) => need.what).join(", ")}. Installing ${packages.join(", ")} with apt-get.`,
    );
    aptGet("update");
    aptGet("install", "--yes", "--no-install-recommends", ...packages);
    const absent = NEEDS.filter((need) => !need.present());
    if (absent.length > 0) throw new Error(`apt-get succeeded, but still:\n${instructions(absent)}`);
  }
  return { chromium: findBrowser("chromium"), firefox: findBrowser("firefox") };
}

function instructions(missing: readonly { what: string; debian: string }[]): string {
  const packages = missing.map((need) => need.debian).join(" ");
  return [
    `The end-to-end tests need ${missing.map((need) => need.what).join(", ")}.`,
    `Debian: sudo apt-get update && sudo apt-get install --no-install-recommends ${packages}`,
    "Other Linux systems: install the same; a browser outside PATH is named by CHROMIUM_PATH or FIREFOX_PATH.",
    "Snap packages do not work: they may not read a profile outside the home folder.",
  ].join("\n");
}

function aptGet(...words: string[]): void {
  execFileSync("apt-get", words, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}

function isDebian(): boolean {
  return existsSync("/etc/os-release") && /^ID="?debian"?$/m.test(readFileSync("/etc/os-release", "utf8"));
}

function lookUp(browser: keyof typeof BROWSERS): string | undefined {
  const { variable, names, paths } = BROWSERS[browser];
  const wanted = process.env[variable];
  if (!wanted) return [...names.flatMap(onPath), ...paths.filter(isExecutable)][0];
  if (!isExecutable(wanted)) throw new Error(`${variable} is ${wanted}, which is not an executable file`);
  return wanted;
}

function onPath(name: string): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).filter(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function hasFontWith(characters: string): boolean {
  return (spawnSync("fc-list", [`:charset=${characters}`], { encoding: "utf8" }).stdout ?? "").trim() !== "";
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const { chromium, firefox } = await ensureBrowsers();
    console.log(`Browsers for the end-to-end tests: ${chromium}, ${firefox}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
