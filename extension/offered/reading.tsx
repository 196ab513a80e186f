import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { DRILL_CHAIN } from "../../src/drill/chain.ts";
import { fromBase64, toBase64 } from "../../src/watchlist/base64.ts";
import { keepOffered } from "../components/ask-journal.ts";
import { InspectLink } from "../components/inspect-link.tsx";
import { type JudgedFile as Given, judgeGiven } from "../components/judge-given.ts";
import { JudgedFile } from "../components/judged-file.tsx";
import { NotLookedAt } from "../components/not-looked-at.tsx";
import { Section } from "../components/section.tsx";
import { Sentence } from "../components/sentence.tsx";
import { MOST_OFFERED } from "../messages.ts";
import { messageKey } from "../platform/message-key.ts";
import { type MessageKey, t } from "../platform/translate.ts";
import type { OfferView } from "../views/page-view.ts";
import { readOffered } from "./read-offered.ts";
import { offeredTab } from "./use-offer.ts";

/** How far the reading has come: a message says why there is nothing to judge. */
type Progress = "not-pressed" | "working" | { readonly judged: Given } | { readonly fault: MessageKey };

/** Reads the offered file on a press and judges it; or says why it cannot be read, and how it can be all the same. */
export function Reading({ offer }: { readonly offer: OfferView }) {
  const [progress, setProgress] = useState<Progress>(
    offer.reading === "again" ? "not-pressed" : { fault: messageKey("offered", offer.reading) },
  );
  const judged = typeof progress === "object" && "judged" in progress ? progress.judged : null;
  const fault = typeof progress === "object" && "fault" in progress ? progress.fault : null;
  const result = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone then: the focus must not fall out of the page with it.
  useLayoutEffect(() => result.current?.querySelector<HTMLElement>("h2")?.focus(), [judged]);

  const read = async () => {
    setProgress("working");
    setProgress(await outcome(offer));
  };
  return (
    <Section title={t("offered_read_title")} level={2}>
      <div class="offer-part reading">
        {typeof progress === "string" && (
          <>
            <p>
              <Sentence message="offered_read_explained" parts={[offer.host]} />
            </p>
            <p class="presses">
              <button
                type="button"
                class="read"
                aria-disabled={progress === "working"}
                onClick={() => progress !== "working" && void read()}
              >
                {t("offered_read_button")}
              </button>
            </p>
          </>
        )}
        <p role="status">
          {progress === "working" && t("offered_reading")}
          {judged && t("offered_read_done")}
          {fault && t(fault)}
        </p>
        {fault && (
          <>
            <p>{t("offered_saved")}</p>
            <InspectLink />
          </>
        )}
        <div ref={result}>{judged && <JudgedFile judged={judged} origin="offered_origin" />}</div>
        {judged && <NotLookedAt open={false} listDate={judged.listDate} />}
      </div>
    </Section>
  );
}

async function outcome({ url, isDrill }: OfferView): Promise<Progress> {
  const bytes = isDrill ? fromBase64(DRILL_CHAIN[1]) : await readOffered(url);
  if (bytes === "failed") return { fault: "offered_unreadable" };
  if (bytes === "too-large") return { fault: "offered_too_large" };
  try {
    const judged = await judgeGiven(bytes, null, isDrill);
    const { ders } = judged;
    if (ders.length > 0 && !isDrill) void keepOffered(await offeredTab(), ders.slice(0, MOST_OFFERED).map(toBase64));
    // A page in its place says that the file is not to be had again.
    return judged.assessment.kind === null ? { fault: "offered_unreadable" } : { judged };
  } catch {
    return { fault: "popup_no_answer" };
  }
}
