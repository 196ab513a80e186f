import { openPage } from "../components/open-page.ts";
import { Options } from "./options.tsx";

openPage("options_title", () => <Options />);
