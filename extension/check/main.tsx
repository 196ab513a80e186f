import { render } from "preact";
import { t } from "../platform/translate.ts";
import { CheckPage } from "./check-page.tsx";
import { readWindow } from "./read-window.ts";

document.documentElement.lang = t("language_tag");
document.title = t("check_title");
readWindow().then((shown) => render(<CheckPage shown={shown} />, document.body));
