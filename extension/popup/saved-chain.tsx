import { SavedChainSteps } from "../components/saved-chain-steps.tsx";
import { t } from "../platform/translate.ts";
import type { HostView } from "../views/page-view.ts";

/** What takes the place of Inspect where this package of Rootwatch has none: the person saves the chain, and Rootwatch judges the file. */
export function SavedChain({ host }: { readonly host: HostView }) {
  return (
    <section class="saved-chain">
      <details open={host.assessment.verdict === "not-inspected"}>
        <summary>{t("saved_chain_title")}</summary>
        <SavedChainSteps />
      </details>
    </section>
  );
}
