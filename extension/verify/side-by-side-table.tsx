import authorityNames from "virtual:authority-names";
import { type SharedFinding, sideBySide } from "../../src/evidence/verify/side-by-side.ts";
import { HostileText } from "../components/hostile-text.tsx";
import { formatDate } from "../components/local-format.ts";
import { LocalText } from "../components/local-text.tsx";
import { Section } from "../components/section.tsx";
import { Sentence } from "../components/sentence.tsx";
import { t } from "../platform/translate.ts";
import type { Checked } from "./verify-files.ts";

/** What several bundles have in common: the same root or authority, with days and networks; nothing when fewer than two could be read. */
export function SideBySideTable({ checked }: { readonly checked: readonly Checked[] }) {
  const read = checked.flatMap(({ name, outcome }) =>
    outcome.kind === "verified" ? [{ name, contents: outcome.verification.contents }] : [],
  );
  if (read.length < 2) return null;
  const { shared, sameJournal } = sideBySide(read.map(({ contents }) => contents));
  const nameOf = (bundle: number) => read[bundle]?.name ?? "";
  return (
    <Section title={t("verify_together")} level={2}>
      {sameJournal.map(([one, other]) => (
        <p key={`${one} ${other}`}>
          <Sentence message="verify_same_journal" parts={[nameOf(one), nameOf(other)]} />
        </p>
      ))}
      <p class="perhaps-one">{t("verify_perhaps_one")}</p>
      {shared.length === 0 && <p>{t("verify_nothing_shared")}</p>}
      {shared.map((finding) => (
        <SharedTable key={finding.authority ?? finding.key} finding={finding} nameOf={nameOf} />
      ))}
    </Section>
  );
}

interface SharedProps {
  readonly finding: SharedFinding;
  readonly nameOf: (bundle: number) => string;
}

function SharedTable({ finding: { authority, key, seen }, nameOf }: SharedProps) {
  const known = authority === null ? undefined : authorityNames.get(authority);
  return (
    <table class="together">
      <caption>
        {known && <LocalText text={known.name} />}
        {!known && key === null && <HostileText text={authority ?? ""} limit={120} />}
        {key !== null && <Sentence message="share_line_key" parts={[key]} />}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("verify_together_file")}</th>
          <th scope="col">{t("disclose_group_when")}</th>
          <th scope="col">{t("disclose_network")}</th>
        </tr>
      </thead>
      <tbody>
        {seen.map(({ bundle, dates, networks }) => (
          <tr key={bundle}>
            <th scope="row">
              <HostileText text={nameOf(bundle)} />
            </th>
            <td>{dates.map(formatDate).join(", ") || t("preview_hidden")}</td>
            <td>{networks.length > 0 ? <HostileText text={networks.join(", ")} /> : t("preview_hidden")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
