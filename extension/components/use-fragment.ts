import { useLayoutEffect, useState } from "preact/hooks";

/** What stands behind the "#" of the page's address, kept up to date; empty when nothing does. */
export function useFragment(): string {
  const [fragment, setFragment] = useState(read);
  // Not after the page was painted: whoever presses a link at once would be left where they are.
  useLayoutEffect(() => {
    const update = () => setFragment(read());
    addEventListener("hashchange", update);
    return () => removeEventListener("hashchange", update);
  }, []);
  return fragment;
}

function read(): string {
  return location.hash.slice(1);
}
