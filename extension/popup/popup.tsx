import { answerRoot } from "../components/ask-page.ts";
import { certificateName } from "../components/certificate-name.ts";
import { DrillMark } from "../components/drill-mark.tsx";
import { Failures } from "../components/failures.tsx";
import { HostDetails } from "../components/host-details.tsx";
import { MayOpenPages } from "../components/may-open-pages.ts";
import { NotLookedAt } from "../components/not-looked-at.tsx";
import { RootQuestion } from "../components/root-question.tsx";
import { firefoxWebRequest } from "../platform/firefox-web-request.ts";
import { t } from "../platform/translate.ts";
import type { PageView } from "../views/page-view.ts";
import { Answer } from "./answer.tsx";
import { InspectPanel } from "./inspect-panel.tsx";
import { JournalNotice } from "./journal-notice.tsx";
import { OfferNotice } from "./offer-notice.tsx";
import { OtherHosts } from "./other-hosts.tsx";
import { PageLinks } from "./page-links.tsx";
import { QuietPanel } from "./quiet-panel.tsx";
import { RevealChain } from "./reveal-chain.tsx";
import { SavedChain } from "./saved-chain.tsx";
import { usePage } from "./use-page.ts";
import { WatchRoot } from "./watch-root.tsx";

/**
 * The whole popup: the answer, what to do, why, and what was not looked at.
 * @param first what was known when it opened; null when that was not yet known.
 */
export function Popup({ first }: { readonly first: PageView | null }) {
  const { view, unanswered, progress, inspect, refresh, refreshAfter } = usePage(first);
  if (!view) {
    return (
      <main class="waiting" aria-busy={!unanswered}>
        <p role="status">{t(unanswered ? "popup_no_answer" : "popup_loading")}</p>
      </main>
    );
  }
  const [subject, ...others] = view.hosts;
  const page = view.hosts.find((host) => host.isPage);
  const root = subject?.assessment.certificates.at(-1);
  return (
    <MayOpenPages value={view.mayOpenPages}>
      <main key={view.tabId}>
        {unanswered && <p role="status">{t("popup_no_answer")}</p>}
        {view.isDrill && <DrillMark />}
        <Answer view={view} subject={subject} />
        {view.offer && <OfferNotice tabId={view.tabId} offer={view.offer} isPrivate={view.situation.isPrivate} />}
        <Failures failing={view.failures} />
        {view.trouble && <JournalNotice trouble={view.trouble} />}
        {subject && <RevealChain host={subject} />}
        {view.inspect === "available" && page && <InspectPanel host={page} progress={progress} onInspect={inspect} />}
        {view.inspect === "absent" && !firefoxWebRequest && page && <SavedChain host={page} />}
        {subject && !view.isDrill && (
          <RootQuestion host={subject} onAnswer={(...said) => refreshAfter(answerRoot(view.tabId, ...said))} />
        )}
        {subject && !view.isDrill && <QuietPanel tabId={view.tabId} host={subject} onChange={refreshAfter} />}
        {subject && <HostDetails host={subject} level={2} />}
        {subject?.root && root && (
          <WatchRoot
            key={root.sha256}
            root={subject.root}
            wasWatched={subject.assessment.findings.some(
              ({ rule, key }) => rule === "own-entry" && key === root.spkiSha256,
            )}
            rootName={certificateName(root)}
            onChange={refresh}
          />
        )}
        <OtherHosts hosts={others} />
        <PageLinks tabId={view.tabId} />
        <NotLookedAt open={view.verdict === "nothing-found"} listDate={view.listDate} />
      </main>
    </MayOpenPages>
  );
}
