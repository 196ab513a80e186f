import { Section } from "../components/section.tsx";
import { t } from "../platform/translate.ts";
import { RemovalSteps } from "./removal-steps.tsx";
import { useWanted } from "./use-wanted.ts";
import { WantedCertificate } from "./wanted-certificate.tsx";

/** How a certificate is found and removed on each system, what to know before, and what is said about VPN and Tor. */
export function AdvicePage() {
  const wanted = useWanted();
  return (
    <main>
      <header class="page-head">
        <h1>{t("advice_page_title")}</h1>
        <p>{t("advice_page_intro")}</p>
      </header>
      {wanted && <WantedCertificate wanted={wanted} />}
      <Section title={t("advice_before_title")} level={2}>
        <ul>
          <li>{t("advice_before_work")}</li>
          <li>{t("advice_before_program")}</li>
          <li>{t("advice_before_keep")}</li>
          <li>{t("advice_before_sites")}</li>
        </ul>
        <p>
          <a href="../export/index.html">{t("export_link")}</a>
        </p>
      </Section>
      <RemovalSteps />
      <Section title={t("advice_after_title")} level={2}>
        <p>{t("advice_after_restart")}</p>
        <p>{t("advice_after_again")}</p>
      </Section>
      <div id="vpn">
        <Section title={t("advice_vpn_title")} level={2}>
          <p>{t("advice_vpn_what")}</p>
          <p>{t("advice_vpn_trust")}</p>
          <p class="warning">{t("advice_vpn_law")}</p>
          <p>{t("advice_vpn_root")}</p>
        </Section>
      </div>
    </main>
  );
}
