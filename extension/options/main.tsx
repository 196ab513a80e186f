import { openPage } from "../components/open-page.ts";

openPage("options_title", async () => {
  const { Options } = await import("./options.tsx");
  return <Options />;
});
