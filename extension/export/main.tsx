import { openPage } from "../components/open-page.ts";

openPage("export_title", async () => {
  const { ExportPage } = await import("./export-page.tsx");
  return <ExportPage />;
});
