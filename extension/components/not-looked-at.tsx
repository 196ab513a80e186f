import { t } from "../platform/translate.ts";
import { formatDay } from "./local-format.ts";

interface Props {
  readonly open: boolean;
  /** The day of the list of authorities, such as "2026-11-21"; null while that is not known. */
  readonly listDate: string | null;
}

/** What Rootwatch cannot see and how old its list is, said on every page. */
export function NotLookedAt({ open, listDate }: Props) {
  return (
    <details class="not-looked-at" open={open}>
      <summary>{t("unlooked_title")}</summary>
      <ul>
        <li>{t("unlooked_apps")}</li>
        <li>{t("unlooked_devices")}</li>
        <li>{t("unlooked_handover")}</li>
        <li>{t("unlooked_public")}</li>
      </ul>
      {listDate !== null && <p class="muted">{t("list_date", formatDay(listDate))}</p>}
    </details>
  );
}
