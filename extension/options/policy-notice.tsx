import { HostileText } from "../components/hostile-text.tsx";
import { formatNumber } from "../components/local-format.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import type { Policy } from "../settings/policy.ts";
import type { SectionName } from "./sections.ts";
import { useOwnList } from "./use-own-list.ts";
import { usePolicy } from "./use-policy.ts";

/** Says first of all what an administrator has set, what of it counts for nothing, and what no administrator can do. */
export function PolicyNotice() {
  const policy = usePolicy();
  const list = useOwnList();
  if (policy === null || list === null || list === "unread") return null;
  const counting = new Set(list.managed.map(({ at }) => at));
  const ignored = [...policy.ignored, ...policy.ownList.flatMap(({ at }) => (counting.has(at) ? [] : [at]))];
  const parts = partsOf(policy, counting.size);
  if (parts.length + ignored.length === 0) return null;
  return (
    <section class="card policy-notice" aria-labelledby="policy-title">
      <h2 id="policy-title" class="section-title">
        {t("policy_title")}
      </h2>
      <p>{t("policy_intro")}</p>
      {parts.length > 0 && (
        <ul>
          {parts.map(({ text, section }) => (
            <li key={text}>
              <a href={`#${section}`}>{text}</a>
            </li>
          ))}
        </ul>
      )}
      {ignored.length > 0 && (
        <div class="policy-ignored">
          <p>{t("policy_ignored")}</p>
          <ul>
            {ignored.map((at) => (
              <li key={at}>
                <code>
                  <HostileText text={at} />
                </code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

interface Part {
  readonly text: string;
  readonly section: SectionName;
}

function partsOf(policy: Policy, watched: number): Part[] {
  const { leastAlertLevel, leastKeptDays, leastKeptMegabytes, recipients } = policy;
  const parts: Part[] = [];
  if (leastAlertLevel) parts.push({ text: t(messageKey("policy_level", leastAlertLevel)), section: "warnings" });
  if (leastKeptDays !== null) parts.push({ text: t("policy_days", formatNumber(leastKeptDays)), section: "evidence" });
  if (leastKeptMegabytes !== null)
    parts.push({ text: t("policy_megabytes", formatNumber(leastKeptMegabytes)), section: "evidence" });
  if (recipients.length > 0)
    parts.push({ text: t("policy_recipients", formatNumber(recipients.length)), section: "recipients" });
  if (watched > 0) parts.push({ text: t("policy_list", formatNumber(watched)), section: "list" });
  return parts;
}
