import { openPage } from "../components/open-page.ts";
import { JournalPage } from "./journal-page.tsx";

openPage("records_title", () => <JournalPage />);
