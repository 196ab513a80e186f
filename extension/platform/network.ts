import { browser } from "./browser.ts";

interface CaptivePortal {
  getState(): Promise<string>;
  readonly onStateChanged: { addListener(listener: () => void): void };
}

const { captivePortal } = browser as unknown as { readonly captivePortal?: CaptivePortal };

/** Whether the browser says that the network wants a login first; false also where it does not look (Chrome, or switched off). */
export async function isLoginNetwork(): Promise<boolean> {
  // It rejects where the user has switched the detection off.
  return (await captivePortal?.getState().catch(() => null)) === "locked_portal";
}

/** Calls the listener when the device may have come to another network, as far as anything tells. */
export function onNetworkChange(listener: () => void): void {
  for (const sign of ["online", "offline"]) self.addEventListener(sign, listener);
  const { connection } = navigator as unknown as { readonly connection?: EventTarget & { readonly type?: string } };
  let type = connection?.type;
  connection?.addEventListener("change", () => {
    // Chrome tells of every other estimate of the speed too, several a minute; on desktops it names no type.
    if (connection.type === type) return;
    type = connection.type;
    listener();
  });
  captivePortal?.onStateChanged.addListener(listener);
}
