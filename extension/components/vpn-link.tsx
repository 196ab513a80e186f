import { t } from "../platform/translate.ts";

/** The way to what is said about VPN and Tor. */
export function VpnLink() {
  return (
    <p>
      <a href="../advice/index.html#vpn" target="_blank" rel="noopener">
        {t("step_mobile_link")}
      </a>
    </p>
  );
}
