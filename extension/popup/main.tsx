import { openPage } from "../components/open-page.ts";

openPage(null, async () => {
  const { Popup } = await import("./popup.tsx");
  return <Popup />;
});
