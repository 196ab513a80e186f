import { Section } from "../components/section.tsx";
import { type MessageKey, t } from "../platform/translate.ts";

/** The pages in the order in which a person looks for them. */
const PAGES: readonly (readonly [name: string, address: string, message: MessageKey])[] = [
  ["check-network", "../check/index.html", "check_title"],
  ["inspect-link", "../inspect/index.html", "given_title"],
  ["journal-link", "../journal/index.html", "popup_journal"],
  ["export-link", "../export/index.html", "export_link"],
  ["authorities-link", "../dossier/index.html", "popup_authorities"],
  ["verify-link", "../verify/index.html", "verify_link"],
  ["removal-page-link", "../advice/index.html", "advice_page_title"],
  ["settings-link", "../options/index.html", "popup_settings"],
];

/** The ways to all our other pages. @param tabId the tab that a check of the network is asked from. */
export function PageLinks({ tabId }: { readonly tabId: number }) {
  return (
    <Section title={t("popup_links")} level={2}>
      <ul class="page-links">
        {PAGES.map(([name, address, message]) => (
          <li key={name}>
            <a
              class={name}
              href={name === "check-network" ? `${address}?from=${tabId}` : address}
              target="_blank"
              rel="noopener"
            >
              {t(message)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
