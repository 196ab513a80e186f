import { openPage } from "../components/open-page.ts";
import { ExportPage } from "./export-page.tsx";

openPage("export_title", () => <ExportPage />);
