/** The permissions that either manifest asks for, by the browsers' own names. */
export const EXPLAINED = [
  "webRequest",
  "webRequestBlocking",
  "webNavigation",
  "debugger",
  "declarativeNetRequestWithHostAccess",
  "captivePortal",
  "notifications",
  "storage",
] as const;
