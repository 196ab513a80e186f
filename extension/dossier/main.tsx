import dossiers from "virtual:dossiers";
import { openPage } from "../components/open-page.ts";
import { DossierPage } from "./dossier-page.tsx";

openPage(null, () => <DossierPage dossiers={dossiers} />);
