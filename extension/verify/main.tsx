import { render } from "preact";
import { t } from "../platform/translate.ts";
import { VerifyPage } from "./verify-page.tsx";

document.documentElement.lang = t("language_tag");
document.title = `${t("verify_title")} – ${t("extension_name")}`;
render(<VerifyPage />, document.body);
