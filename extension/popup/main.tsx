import { render } from "preact";
import { t } from "../platform/translate.ts";
import { Popup } from "./popup.tsx";

document.documentElement.lang = t("language_tag");
render(<Popup />, document.body);
