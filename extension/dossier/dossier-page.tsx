import { useLayoutEffect, useRef } from "preact/hooks";
import type { Dossiers } from "../../src/watchlist/dossiers.ts";
import { NotLookedAt } from "../components/not-looked-at.tsx";
import { useFragment } from "../components/use-fragment.ts";
import { t } from "../platform/translate.ts";
import { AuthorityIndex } from "./authority-index.tsx";
import { Dossier } from "./dossier.tsx";

/** The dossier of the authority that the address names behind "#", else the index of all. */
export function DossierPage({ dossiers }: { readonly dossiers: Dossiers }) {
  const fragment = useFragment();
  const authority = dossiers.authorities.find(({ id }) => id === fragment);
  useFocusAfterTurn(authority?.id ?? null);
  return (
    <main>
      {authority ? (
        <Dossier authority={authority} dossiers={dossiers} />
      ) : (
        <AuthorityIndex dossiers={dossiers} unknownId={fragment === "" ? null : fragment} />
      )}
      <NotLookedAt open={false} listDate={dossiers.date} />
    </main>
  );
}

/** After a turn from index to dossier the reader stands at its beginning, and after the way back where they left the index. */
function useFocusAfterTurn(shown: string | null): void {
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
