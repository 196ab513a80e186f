import { openPage } from "../components/open-page.ts";

openPage("verify_title", async () => {
  const { VerifyPage } = await import("./verify-page.tsx");
  return <VerifyPage />;
});
