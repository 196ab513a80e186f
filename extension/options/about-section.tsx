import { useEffect, useState } from "preact/hooks";
import { formatDay } from "../components/local-format.ts";
import { Section } from "../components/section.tsx";
import { OWN_VERSION } from "../platform/own-version.ts";
import { t } from "../platform/translate.ts";
import { SECTIONS } from "./sections.ts";

/** What this Rootwatch is, and the ways to learn more of it. */
export function AboutSection() {
  const listDate = useListDate();
  return (
    <Section title={t(SECTIONS.about)} level={2} id="about">
      <p>{t("about_intro")}</p>
      <ul class="about-facts">
        <li>{t("about_version", OWN_VERSION)}</li>
        {listDate !== null && <li>{t("list_date", formatDay(listDate))}</li>}
        <li>{t("about_licence")}</li>
      </ul>
      <ul class="about-links">
        <li>
          <a href="../welcome/index.html">{t("about_welcome")}</a>
        </li>
        <li>
          <a href="../drill/index.html">{t("about_drill")}</a>
        </li>
      </ul>
    </Section>
  );
}

/** The day of the list of authorities; null until it is loaded. */
function useListDate(): string | null {
  const [date, setDate] = useState<string | null>(null);
  useEffect(() => void import("virtual:watchlist").then(({ default: compiled }) => setDate(compiled.date)), []);
  return date;
}
