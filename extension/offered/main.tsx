import { openPage } from "../components/open-page.ts";
import { OfferedPage } from "./offered-page.tsx";

openPage("offered_title", () => <OfferedPage />);
