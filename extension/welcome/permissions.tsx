import { browser } from "../platform/browser.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { EXPLAINED } from "./explained.ts";

/** Every permission of this package of Rootwatch by the browser's name for it, and what it is used for. */
export function Permissions() {
  const { permissions = [] } = browser.runtime.getManifest();
  return (
    <details>
      <summary>{t("welcome_permissions_title")}</summary>
      <dl class="facts stacked">
        {EXPLAINED.filter((name) => permissions.includes(name)).map((name) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{t(messageKey("permission", name))}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
