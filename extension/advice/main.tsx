import { openPage } from "../components/open-page.ts";
import { AdvicePage } from "./advice-page.tsx";

openPage("advice_page_title", () => <AdvicePage />);
