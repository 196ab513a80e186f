import { render } from "preact";
import { t } from "../platform/translate.ts";
import { InspectPage } from "./inspect-page.tsx";

document.documentElement.lang = t("language_tag");
document.title = `${t("given_title")} – ${t("extension_name")}`;
render(<InspectPage />, document.body);
