import type { Assessment } from "../../src/detection/assessment.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import type { HostView } from "../views/page-view.ts";
import { CertificateNode } from "./certificate-node.tsx";
import { chainSteps } from "./chain-steps.ts";
import { Section } from "./section.tsx";

interface Props {
  readonly assessment: Assessment;
  readonly basis: HostView["basis"];
  readonly level: 2 | 3;
}

/** The certificates drawn from the site's to the root. The line between two says whether the signature was checked, in style and words. */
export function Chain({ assessment, basis, level }: Props) {
  const { steps, complete } = chainSteps(assessment, basis);
  return (
    <Section title={t("chain_title")} level={level}>
      {steps.length > 1 && <p class="muted">{t("chain_order")}</p>}
      <ol class="chain">
        {steps.map(({ certificate, position, match, isOwn, verdict, link }) => (
          <li
            key={certificate.sha256}
            class="chain-step"
            data-link={link ?? (complete ? "end" : "not-given")}
            data-matched={match !== null}
            data-verdict={verdict}
          >
            <CertificateNode
              certificate={certificate}
              position={t(messageKey("chain", position))}
              mark={match && t(isOwn ? "match_own" : messageKey("match", match))}
            />
            {link && <p class="link">{t(messageKey("link", link))}</p>}
          </li>
        ))}
        {!complete && <li class="chain-step chain-rest muted">{t("chain_not_given")}</li>}
      </ol>
    </Section>
  );
}
