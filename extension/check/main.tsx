import { openPage } from "../components/open-page.ts";

openPage("check_title", async () => {
  const [{ CheckPage }, { readWindow }] = await Promise.all([import("./check-page.tsx"), import("./read-window.ts")]);
  return <CheckPage shown={await readWindow()} />;
});
