import { t } from "../platform/translate.ts";
import { AlertsSection } from "./alerts-section.tsx";
import { JournalSection } from "./journal-section.tsx";
import { LookSection } from "./look-section.tsx";
import { MemorySection } from "./memory-section.tsx";
import { OwnListSection } from "./own-list-section.tsx";
import { RecipientsSection } from "./recipients-section.tsx";
import { WatchForMeSection } from "./watch-for-me-section.tsx";

/** The page with everything that a person can set, a section for each thing. */
export function Options() {
  return (
    <main>
      <h1>{t("options_title")}</h1>
      <AlertsSection />
      <WatchForMeSection />
      <MemorySection />
      <JournalSection />
      <RecipientsSection />
      <OwnListSection />
      <LookSection />
    </main>
  );
}
