import { openPage } from "../components/open-page.ts";
import { CheckPage } from "./check-page.tsx";
import { readWindow } from "./read-window.ts";

openPage("check_title", async () => <CheckPage shown={await readWindow()} />);
