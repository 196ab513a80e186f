import { openPage } from "../components/open-page.ts";

openPage("drill_title", async () => {
  const { DrillPage } = await import("./drill-page.tsx");
  return <DrillPage />;
});
