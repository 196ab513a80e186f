import { render } from "preact";
import { t } from "../platform/translate.ts";
import { OfferedPage } from "./offered-page.tsx";

document.documentElement.lang = t("language_tag");
document.title = `${t("offered_title")} – ${t("extension_name")}`;
render(<OfferedPage />, document.body);
