import { render } from "preact";
import { t } from "../platform/translate.ts";
import { ExportPage } from "./export-page.tsx";

document.documentElement.lang = t("language_tag");
document.title = `${t("export_title")} – ${t("extension_name")}`;
render(<ExportPage />, document.body);
