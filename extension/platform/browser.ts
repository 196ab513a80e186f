/** The browsers' extension APIs under one name and with promises. Everything else imports them from here. */

export type { Runtime } from "webextension-polyfill";
export { default as browser } from "webextension-polyfill";
