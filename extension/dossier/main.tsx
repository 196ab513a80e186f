import dossiers from "virtual:dossiers";
import { render } from "preact";
import { t } from "../platform/translate.ts";
import { DossierPage } from "./dossier-page.tsx";

document.documentElement.lang = t("language_tag");
render(<DossierPage dossiers={dossiers} />, document.body);
