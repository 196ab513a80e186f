import { openPage } from "../components/open-page.ts";
import { WelcomePage } from "./welcome-page.tsx";

openPage("welcome_title", () => <WelcomePage />);
