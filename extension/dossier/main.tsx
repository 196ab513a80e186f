import { openPage } from "../components/open-page.ts";

openPage(null, async () => {
  const [{ DossierPage }, { default: dossiers }] = await Promise.all([
    import("./dossier-page.tsx"),
    import("virtual:dossiers"),
  ]);
  return <DossierPage dossiers={dossiers} />;
});
