import { t } from "../platform/translate.ts";
import type { Situation } from "../views/situation.ts";
import { KeepSession } from "./keep-session.tsx";

/** Takes the record to the disk on a press, once it is written; or says that it is there already, or why there is none. */
export function KeepRecord({ situation: { keeping, inSession, isPrivate } }: { readonly situation: Situation }) {
  if (isPrivate) return <p class="muted">{t("step_keep_private")}</p>;
  if (keeping === "warn-only") return <p class="muted">{t("step_keep_none")}</p>;
  if (keeping === "evidence") return <p class="muted">{t("step_keep_done")}</p>;
  return keeping && <KeepSession inSession={inSession} isAwaited={true} onPressed={() => null} />;
}
