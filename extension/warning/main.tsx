import { openPage } from "../components/open-page.ts";
import { WarningPage } from "./warning-page.tsx";

openPage("warning_page_title", () => <WarningPage id={location.search.slice(1)} />);
