import { openPage } from "../components/open-page.ts";
import { InspectPage } from "./inspect-page.tsx";

openPage("given_title", () => <InspectPage />);
