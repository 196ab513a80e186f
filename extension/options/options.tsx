import { useEffect } from "preact/hooks";
import { AskedFailures } from "../components/failures.tsx";
import { t } from "../platform/translate.ts";
import { AboutSection } from "./about-section.tsx";
import { AlertsSection } from "./alerts-section.tsx";
import { Contents } from "./contents.tsx";
import { JournalSection } from "./journal-section.tsx";
import { LookSection } from "./look-section.tsx";
import { MemorySection } from "./memory-section.tsx";
import { OwnListSection } from "./own-list-section.tsx";
import { PolicyNotice } from "./policy-notice.tsx";
import { QuietSection } from "./quiet-section.tsx";
import { RecipientsSection } from "./recipients-section.tsx";
import { Saving } from "./saving.tsx";
import { WatchForMeSection } from "./watch-for-me-section.tsx";

/** The page with everything that a person can set, a section for each thing. */
export function Options() {
  useEffect(() => {
    // The browser looked for the place in the address before there was one.
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <main>
      <h1>{t("options_title")}</h1>
      <p>{t("settings_intro")}</p>
      <AskedFailures />
      <Contents />
      <Saving>
        <PolicyNotice />
        <AlertsSection />
        <JournalSection />
        <QuietSection />
        <MemorySection />
        <WatchForMeSection />
        <OwnListSection />
        <RecipientsSection />
        <LookSection />
        <AboutSection />
      </Saving>
    </main>
  );
}
