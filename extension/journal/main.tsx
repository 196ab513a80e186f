import { openPage } from "../components/open-page.ts";
import { withinMoment } from "../components/within-moment.ts";
import { JournalPage } from "./journal-page.tsx";
import { JournalReading } from "./journal-reading.ts";

// The first records are read while the settings are.
const reading = new JournalReading();

openPage("records_title", async () => {
  await withinMoment(reading.begun);
  return <JournalPage reading={reading} />;
});
