import { openPage } from "../components/open-page.ts";

openPage("welcome_title", async () => {
  const { WelcomePage } = await import("./welcome-page.tsx");
  return <WelcomePage />;
});
