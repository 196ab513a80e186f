import { noting } from "./failures.ts";

/** Chrome's debugger, attached to our own service worker and to nothing else. */
export interface OwnWorker {
  send(method: string, parameters?: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Calls the listener with every event of the worker's until the returned function is called. */
  onEvent(listener: (method: string, parameters: Record<string, unknown>) => void): () => void;
  detach(): Promise<void>;
}

const PROTOCOL = "1.3";

/** Undefined in Firefox, and in the package of the extension that does not ask for the permission. */
const chromeDebugger: typeof chrome.debugger | undefined = typeof chrome === "undefined" ? undefined : chrome.debugger;

/** Whether this browser, and this package of the extension, has the debugger. */
export const hasDebugger: boolean = chromeDebugger !== undefined;

/**
 * Attaches to the service worker this runs in. Chrome shows a bar on every tab from then on and for some seconds after `detach`.
 * @throws Error when there is no debugger, the worker cannot be found or another client is attached to it.
 */
export const attachToOwnWorker = (): Promise<OwnWorker> => noting("inspect", attach);

async function attach(): Promise<OwnWorker> {
  if (!chromeDebugger) throw new Error("there is no debugger");
  const target = await ownTarget(chromeDebugger);
  if (!target) throw new Error("the extension's own worker is not among the targets");
  const debuggee = { targetId: target.id };
  await chromeDebugger.attach(debuggee, PROTOCOL);
  return {
    // It is refused from the moment in which the user presses the button in the bar.
    send: (method, parameters) =>
      noting("inspect", async () => ({ ...(await chromeDebugger.sendCommand(debuggee, method, parameters)) })),
    onEvent(listener) {
      const receive = (_source: object, method: string, parameters?: object) => listener(method, { ...parameters });
      chromeDebugger.onEvent.addListener(receive);
      return () => chromeDebugger.onEvent.removeListener(receive);
    },
    detach: () => chromeDebugger.detach(debuggee),
  };
}

/** Ends an attachment that a background which died in the middle has left behind, so that the bar goes and Inspect works again. */
export async function dropLeftAttachment(): Promise<void> {
  if (!chromeDebugger) return;
  try {
    const target = await ownTarget(chromeDebugger);
    if (target?.attached) await chromeDebugger.detach({ targetId: target.id });
  } catch {
    // Somebody else, such as a person with the developer tools open, is attached: not ours to end. Or the browser does not say, and Inspect
    // will not work.
  }
}

async function ownTarget(api: typeof chrome.debugger): Promise<chrome.debugger.TargetInfo | undefined> {
  const targets = await api.getTargets();
  return targets.find(({ type, url }) => type === "worker" && url === location.href);
}
