import type manifest from "../manifest.json";

/** The add-on's identifier in Firefox; storage and updates hang on it. */
export const GECKO_ID = "rootwatch@rootwatch.example";

/** The same manifest without Chrome's debugger, and without the shortcut to Inspect, which needs it. */
export function withoutInspect<Given extends Pick<typeof manifest, "permissions" | "commands">>({
  commands: { inspect: _, ...commands },
  permissions,
  ...rest
}: Given) {
  return { ...rest, commands, permissions: permissions.filter((permission) => permission !== "debugger") };
}

/**
 * The manifest of one browser, made from the one in the root, which is Chrome's. Firefox has an event page where Chrome has a service
 * worker, asks for blocking to read certificates, has no debugger, and knows no schema for what an administrator sets.
 */
export function manifestFor(browser: "chrome" | "firefox", common: typeof manifest): object {
  if (browser === "chrome") return common;
  // There is nothing to inspect where every certificate is seen.
  const {
    minimum_chrome_version: _,
    storage: __,
    version_name: ___,
    action,
    background,
    permissions,
    ...rest
  } = withoutInspect(common);
  return {
    ...rest,
    // Behind the menu of extensions nobody would see the icon warn.
    action: { ...action, default_area: "navbar" },
    background: { scripts: [background.service_worker], type: background.type },
    permissions: [...permissions, "captivePortal", "webRequestBlocking"],
    // A frame of a page of ours is what tells why a host was refused.
    content_security_policy: {
      extension_pages: `${rest.content_security_policy.extension_pages}; frame-src https:`,
    },
    browser_specific_settings: {
      gecko: {
        id: GECKO_ID,
        strict_min_version: "140.0",
        data_collection_permissions: { required: ["none"] },
      },
      // The first that shows on Android what an add-on says it collects.
      gecko_android: { strict_min_version: "142.0" },
    },
  };
}
