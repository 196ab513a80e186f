import { formatNumber } from "../components/local-format.ts";
import { t } from "../platform/translate.ts";
import type { Part } from "./pages.ts";

interface Props {
  readonly part: Part<unknown>;
  readonly onTurn: (page: number) => void;
}

/** The presses that show the records before and after; nothing where all are shown. */
export function TurnPages({ part: { page, pages }, onTurn }: Props) {
  if (pages === 1) return null;
  const turns = [
    { to: page - 1, label: t("records_previous"), is: "previous-page" },
    { to: page + 1, label: t("records_next"), is: "next-page" },
  ] as const;
  const [before, after] = turns.map(({ to, label, is }) => (
    // It keeps the focus when the end is reached, so it is not disabled but says so.
    <button
      key={is}
      type="button"
      class={`quiet ${is}`}
      aria-disabled={to < 1 || to > pages}
      onClick={() => to >= 1 && to <= pages && onTurn(to)}
    >
      {label}
    </button>
  ));
  return (
    <nav class="presses turn-pages" aria-label={t("records_pages")}>
      {before}
      <span>{t("records_page", formatNumber(page), formatNumber(pages))}</span>
      {after}
    </nav>
  );
}
