import { openPage } from "../components/open-page.ts";
import { DrillPage } from "./drill-page.tsx";

openPage("drill_title", () => <DrillPage />);
