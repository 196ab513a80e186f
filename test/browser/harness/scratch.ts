import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The folders of a browser: of one run, or of several of the same profile. */
export interface Scratch {
  readonly root: string;
  readonly home: string;
  readonly profile: string;
  readonly temporary: string;
  readonly downloads: string;
  /** Host part of the extension's addresses in Firefox, which would else choose it at random in each profile. */
  readonly extensionHost: string;
  /** Kills the browser at once when aborted, even while it starts; to be handed to puppeteer. */
  readonly kill: AbortController;
}

const live = new Set<Scratch>();

/** Makes a fresh set of folders, which is removed with its browser when this process ends, however that comes about. */
export function createScratch(): Scratch {
  // Browsers put Unix sockets below this folder, whose paths may not exceed 107 bytes.
  const root = mkdtempSync(join(tmpdir(), "rw-lab-"));
  const folder = (name: string) => {
    mkdirSync(join(root, name));
    return join(root, name);
  };
  const scratch: Scratch = {
    root,
    home: folder("home"),
    profile: folder("profile"),
    temporary: folder("tmp"),
    downloads: folder("downloads"),
    extensionHost: randomUUID(),
    kill: new AbortController(),
  };
  if (live.size === 0) watchProcess();
  live.add(scratch);
  return scratch;
}

/** Kills what is left of the browser's processes and deletes the folders. May be called again. */
export function removeScratch(scratch: Scratch): void {
  scratch.kill.abort();
  // A process that was just killed may still finish a write.
  rmSync(scratch.root, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  live.delete(scratch);
  if (live.size === 0) unwatchProcess();
}

/** Keeps puppeteer's own handlers away: its SIGTERM handler ends the browser but not this process. */
export const OWN_SIGNALS = { handleSIGHUP: false, handleSIGINT: false, handleSIGTERM: false };

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

function removeAll(): void {
  for (const scratch of live) removeScratch(scratch);
}

function exitOnSignal(signal: NodeJS.Signals): void {
  process.exit(SIGNALS[signal as keyof typeof SIGNALS]);
}

function watchProcess(): void {
  process.on("exit", removeAll);
  for (const signal of Object.keys(SIGNALS)) process.on(signal, exitOnSignal);
}

function unwatchProcess(): void {
  process.off("exit", removeAll);
  for (const signal of Object.keys(SIGNALS)) process.off(signal, exitOnSignal);
}

/** The environment a browser runs in: nothing of the user's but the display, so that no proxy or language leaks in. */
export function environmentOf(scratch: Scratch): Record<string, string> {
  const environment: Record<string, string> = { HOME: scratch.home, TMPDIR: scratch.temporary, LANG: "C.UTF-8" };
  for (const name of ["PATH", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "XAUTHORITY"]) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
