import { render } from "preact";
import { t } from "../platform/translate.ts";
import { WarningPage } from "./warning-page.tsx";

document.documentElement.lang = t("language_tag");
document.title = t("warning_page_title");
render(<WarningPage id={location.search.slice(1)} />, document.body);
