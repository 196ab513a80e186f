import { useEffect, useState } from "preact/hooks";
import { readRemovalFragment, type Wanted } from "../components/removal-fragment.ts";

/** The certificate that the page's address names, and what it names later; null without one. */
export function useWanted(): Wanted | null {
  const [wanted, setWanted] = useState(() => readRemovalFragment(location.hash));
  useEffect(() => {
    // The page is drawn after the browser has looked for the part that the address may name.
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
    const read = () => setWanted(readRemovalFragment(location.hash));
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  return wanted;
}
