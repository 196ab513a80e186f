import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../platform/translate.ts";

/**
 * After a turn from a list to one of what it lists the reader stands at its beginning, and after the way back where they left the list. The
 * tab is called as the heading.
 * @param shown what stands behind the "#" of the page's address; null for the list.
 */
export function useFocusAfterTurn(shown: string | null): void {
  const previous = useRef(shown);
  useLayoutEffect(() => {
    document.title = `${document.querySelector("h1")?.textContent} – ${t("extension_name")}`;
    if (previous.current === shown) return;
    const left =
      previous.current === null ? null : document.querySelector<HTMLElement>(`a[href="#${previous.current}"]`);
    previous.current = shown;
    if (left) return left.focus();
    scrollTo(0, 0);
    document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }, [shown]);
}
