import { createContext } from "preact";

/** As `PageView.mayOpenPages`, for everything that links to a page of ours. */
export const MayOpenPages = createContext(true);
