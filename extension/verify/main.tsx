import { openPage } from "../components/open-page.ts";
import { VerifyPage } from "./verify-page.tsx";

openPage("verify_title", () => <VerifyPage />);
