import { useId, useState } from "preact/hooks";
import { formatDay } from "../components/local-format.ts";
import { Section } from "../components/section.tsx";
import { t } from "../platform/translate.ts";
import { bar, dayAfter, daysUntil, type Found, totalOf } from "./days.ts";
import { DaysTable } from "./days-table.tsx";
import { foundText } from "./found-text.ts";
import { Legend } from "./legend.tsx";
import { fillOf, Patterns } from "./patterns.tsx";
import { useDaysThatFit } from "./use-days-that-fit.ts";

/** Of a bar, in pixels. */
const HEIGHT = 96;
const WIDTH = 16;

interface Props {
  /** The days that have records. */
  readonly days: ReadonlyMap<string, Found>;
  /** The last day shown, "2026-11-22"; null: the last that has records. */
  readonly last: string | null;
  /** The day whose records alone are listed; empty without one. */
  readonly chosen: string;
  readonly onTurn: (last: string) => void;
  /** Called with a day to list alone; with an empty text for all. */
  readonly onChoose: (day: string) => void;
}

/** How many records of each verdict there are of each day, as bars that can be pressed. Every number stands there in words too. */
export function DaysChart({ days, last, chosen, onTurn, onChoose }: Props) {
  const id = useId();
  const [looked, setLooked] = useState<string | null>(null);
  const count = useDaysThatFit();
  const known = [...days.keys()].sort();
  const end = last ?? known.at(-1);
  if (end === undefined) return null;
  const shown = daysUntil(end, count);
  const found = shown.map((day) => days.get(day) ?? []);
  const most = Math.max(1, ...found.map(totalOf));
  const [first = end] = shown;
  const hasEarlier = (known[0] ?? first) < first;
  const hasLater = (known.at(-1) ?? end) > end;
  return (
    <Section title={t("records_chart_title")} level={2}>
      <p class="muted">{t("records_chart_how")}</p>
      <Patterns />
      <ol class="days-chart" aria-label={t("records_span", formatDay(first), formatDay(end))}>
        {shown.map((day, index) => (
          <li key={day}>
            <Day
              day={day}
              found={found[index] ?? []}
              most={most}
              isChosen={day === chosen}
              onLook={() => setLooked(day)}
              onPress={() => onChoose(day === chosen ? "" : day)}
            />
          </li>
        ))}
      </ol>
      <p class="days-said" id={id}>
        {looked !== null && shown.includes(looked)
          ? t("records_day_found", formatDay(looked), foundText(days.get(looked) ?? []))
          : t("records_span", formatDay(first), formatDay(end))}
      </p>
      <p class="presses">
        <Turn message="records_days_earlier" isPossible={hasEarlier} onPress={() => onTurn(dayAfter(end, -count))} />
        <Turn message="records_days_later" isPossible={hasLater} onPress={() => onTurn(dayAfter(end, count))} />
      </p>
      <Legend found={found} />
      <DaysTable days={shown.flatMap((day, index) => (days.has(day) ? [[day, found[index] ?? []] as const] : []))} />
    </Section>
  );
}

interface DayProps {
  readonly day: string;
  readonly found: Found;
  readonly most: number;
  readonly isChosen: boolean;
  readonly onLook: () => void;
  readonly onPress: () => void;
}

/** A day's bar. What has no records cannot be pressed. */
function Day({ day, found, most, isChosen, onLook, onPress }: DayProps) {
  const number = <span aria-hidden="true">{Number(day.slice(-2))}</span>;
  const words = <span class="visually-hidden">{t("records_day_found", formatDay(day), foundText(found))}</span>;
  if (found.length === 0) {
    return (
      <span class="day">
        {number}
        {words}
      </span>
    );
  }
  return (
    <button
      type="button"
      class="day"
      data-day={day}
      aria-pressed={isChosen}
      onFocus={onLook}
      onPointerEnter={onLook}
      onClick={onPress}
    >
      <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
        {bar(found, most, HEIGHT).map(({ verdict, top, height }) => (
          <rect
            key={verdict}
            data-verdict={verdict}
            class="piece"
            width={WIDTH - 1}
            height={height - 1}
            x={0.5}
            y={top + 0.5}
            fill={fillOf(verdict)}
          />
        ))}
      </svg>
      {number}
      {words}
    </button>
  );
}

interface TurnProps {
  readonly message: "records_days_earlier" | "records_days_later";
  readonly isPossible: boolean;
  readonly onPress: () => void;
}

function Turn({ message, isPossible, onPress }: TurnProps) {
  return (
    <button type="button" class="quiet turn-days" aria-disabled={!isPossible} onClick={() => isPossible && onPress()}>
      {t(message)}
    </button>
  );
}
