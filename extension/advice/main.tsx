import { openPage } from "../components/open-page.ts";

openPage("advice_page_title", async () => {
  const { AdvicePage } = await import("./advice-page.tsx");
  return <AdvicePage />;
});
