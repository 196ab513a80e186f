import { version } from "../../package.json";

/** The version of Rootwatch that this is, as its releases are named: a manifest can hold its number only. */
export const OWN_VERSION: string = version;
