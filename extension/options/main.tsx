import { render } from "preact";
import { t } from "../platform/translate.ts";
import { Options } from "./options.tsx";

document.documentElement.lang = t("language_tag");
document.title = t("options_title");
render(<Options />, document.body);
