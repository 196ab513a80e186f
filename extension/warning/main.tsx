import { openPage } from "../components/open-page.ts";

openPage("warning_page_title", async () => {
  const { WarningPage } = await import("./warning-page.tsx");
  return <WarningPage id={location.search.slice(1)} />;
});
