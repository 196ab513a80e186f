import type { MessageKey } from "../platform/translate.ts";

/** Where a certificate can have been added: a system, or Firefox, which has a list of its own on every one of them. */
export type System = "windows" | "macos" | "android" | "ios" | "linux" | "firefox";

/** The steps by which an added certificate is found and removed, and the words before them. */
export const SYSTEMS: Readonly<Record<System, readonly MessageKey[]>> = {
  windows: ["advice_windows_1", "advice_windows_2", "advice_windows_3", "advice_windows_4"],
  macos: ["advice_macos_1", "advice_macos_2", "advice_macos_3", "advice_macos_4"],
  android: ["advice_android_1", "advice_android_2", "advice_android_3"],
  ios: ["advice_ios_1", "advice_ios_2", "advice_ios_3"],
  linux: ["advice_linux_1", "advice_linux_2", "advice_linux_3"],
  firefox: ["advice_firefox_1", "advice_firefox_2", "advice_firefox_3", "advice_firefox_4"],
};

const IN_ORDER = Object.keys(SYSTEMS) as System[];

/**
 * The systems in the order to show, the likely ones of this device first.
 * @param device what the browser says of itself; nothing of it is sent. A tablet may call itself a Mac, and has a screen to touch.
 */
export function systemsFor({ userAgent, maxTouchPoints }: Pick<Navigator, "userAgent" | "maxTouchPoints">): {
  readonly likely: readonly System[];
  readonly others: readonly System[];
} {
  const system = systemOf(userAgent, maxTouchPoints);
  const likely = IN_ORDER.filter(
    (each) => each === system || (each === "firefox" && userAgent.includes("Firefox/") && system !== "android"),
  );
  return { likely, others: IN_ORDER.filter((each) => !likely.includes(each)) };
}

function systemOf(userAgent: string, maxTouchPoints: number): System | null {
  if (/Android/.test(userAgent)) return "android";
  if (/iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return "ios";
  if (/Windows/.test(userAgent)) return "windows";
  if (/Macintosh/.test(userAgent)) return "macos";
  return /Linux|X11/.test(userAgent) ? "linux" : null;
}
