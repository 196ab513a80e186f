import { openPage } from "../components/open-page.ts";

openPage("given_title", async () => {
  const { InspectPage } = await import("./inspect-page.tsx");
  return <InspectPage />;
});
