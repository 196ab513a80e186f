import type { Dossiers } from "../../src/watchlist/dossiers.ts";
import { NotLookedAt } from "../components/not-looked-at.tsx";
import { useFocusAfterTurn } from "../components/use-focus-after-turn.ts";
import { useFragment } from "../components/use-fragment.ts";
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
