import { DRILL_HOST } from "../../src/drill/drill.ts";

/** No browser shows a page of this scheme, so that what is made up is known by its address wherever it goes. */
export const DRILL_SCHEME = "drill:";

/** What a drill is about. */
export const DRILL_URL: string = `${DRILL_SCHEME}//${DRILL_HOST}/`;

/** Whether an address is that of a drill. */
export const isDrillUrl = (url: string): boolean => url.startsWith(DRILL_SCHEME);
