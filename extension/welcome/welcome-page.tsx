import { useEffect, useRef } from "preact/hooks";
import { useFragment } from "../components/use-fragment.ts";
import { t } from "../platform/translate.ts";
import { Keeps } from "./keeps.tsx";
import { Needs } from "./needs.tsx";
import { Sees } from "./sees.tsx";

/** The screens in their order, each by the fragment of its address. */
const SCREENS = [
  { id: "sees", title: "welcome_sees_title", Content: Sees },
  { id: "keeps", title: "welcome_keeps_title", Content: Keeps },
  { id: "needs", title: "welcome_needs_title", Content: Needs },
] as const;

/** What a person should know on the first day, in three screens. Each has an address, so that the browser's own way back works. */
export function WelcomePage() {
  const fragment = useFragment();
  const index = Math.max(
    SCREENS.findIndex(({ id }) => id === fragment),
    0,
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // On the way from screen to screen whoever cannot see it must be told; at the beginning the browser reads the page by itself.
    if (!isFirst.current) {
      heading.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    isFirst.current = false;
  }, [index]);
  const { title, Content } = SCREENS[index] ?? SCREENS[0];
  const [before, after] = [SCREENS[index - 1], SCREENS[index + 1]];
  return (
    <main>
      <header class="welcome-head">
        <p class="welcome-step">{t("welcome_step", String(index + 1), String(SCREENS.length))}</p>
        <ol class="welcome-steps" aria-hidden="true">
          {SCREENS.map(({ id }, place) => (
            <li key={id} data-reached={place <= index} />
          ))}
        </ol>
        <h1 ref={heading} tabIndex={-1}>
          {t(title)}
        </h1>
      </header>
      <Content />
      <p class="presses welcome-ways">
        {before && (
          <a class="way" href={`#${before.id}`}>
            {t("welcome_back")}
          </a>
        )}
        {after && (
          <a class="way forward" href={`#${after.id}`}>
            {t("welcome_next")}
          </a>
        )}
      </p>
    </main>
  );
}
