import { useEffect, useState } from "preact/hooks";
import { readPast } from "../memory-store/past.ts";
import { t } from "../platform/translate.ts";
import { formatMoment } from "./local-format.ts";

/** Which passwords may be known: those typed since the key was first met on this device, where that is remembered. */
export function StepPasswords({ rootKey }: { readonly rootKey: string | undefined }) {
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => {
    // What cannot be read is left out.
    if (rootKey !== undefined) readPast().then(({ roots }) => setSince(roots[rootKey]?.first ?? null), Boolean);
  }, [rootKey]);
  return since === null ? t("step_passwords") : t("step_passwords_since", formatMoment(since));
}
