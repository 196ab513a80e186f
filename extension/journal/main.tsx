import { openPage } from "../components/open-page.ts";

openPage("records_title", async () => {
  const { JournalPage } = await import("./journal-page.tsx");
  return <JournalPage />;
});
