import type { AuthorityDossier, Dossiers } from "../../src/watchlist/dossiers.ts";
import { Section } from "../components/section.tsx";
import { t } from "../platform/translate.ts";
import { groupHosts } from "./host-groups.ts";
import { SourceList } from "./source-list.tsx";

interface Props {
  readonly authority: AuthorityDossier;
  readonly targets: Dossiers["targets"];
}

/** The sites and services that the sources name as intercepted or forged. */
export function ConcernedSites({ authority, targets }: Props) {
  const { targetedHosts, targetedServices } = authority;
  if (targetedHosts.length + targetedServices.length === 0) return null;
  return (
    <Section title={t("targets_title")} level={2}>
      <dl class="host-groups">
        {groupHosts(targetedHosts, targets).map(({ operator, hosts }) => (
          <div key={operator}>
            <dt>{operator ?? t("targets_others")}</dt>
            <dd>
              <HostList hosts={hosts} />
            </dd>
          </div>
        ))}
        {targetedServices.length > 0 && (
          <div>
            <dt>{t("targets_services")}</dt>
            <dd>
              <HostList hosts={targetedServices} />
            </dd>
          </div>
        )}
      </dl>
    </Section>
  );
}

/** Where the authority's certificates are in ordinary use. */
export function OrdinaryCustomers({ expectedHosts }: Pick<AuthorityDossier, "expectedHosts">) {
  if (expectedHosts.length === 0) return null;
  const sources = [...new Set(expectedHosts.map(({ source }) => source))];
  return (
    <Section title={t("customers_title")} level={2}>
      <p>{t("customers_text")}</p>
      <HostList hosts={expectedHosts.map(({ mask }) => mask)} />
      <SourceList sources={sources} />
    </Section>
  );
}

function HostList({ hosts }: { readonly hosts: readonly string[] }) {
  return (
    <ul class="host-names">
      {hosts.map((host) => (
        <li key={host}>{host}</li>
      ))}
    </ul>
  );
}
