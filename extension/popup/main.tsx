import { getFirstPage } from "../components/ask-page.ts";
import { openPage } from "../components/open-page.ts";
import { Popup } from "./popup.tsx";

// The background answers while the settings are read.
const first = getFirstPage();

openPage(null, async () => <Popup first={await first} />);
