import { openPage } from "../components/open-page.ts";

openPage("offered_title", async () => {
  const { OfferedPage } = await import("./offered-page.tsx");
  return <OfferedPage />;
});
