import { useEffect, useState } from "preact/hooks";
import type { Policy } from "../settings/policy.ts";
import { readPolicy } from "../settings/settings-in-force.ts";
import { onSettingsChanged } from "./on-settings-changed.ts";

/** What an administrator has set, kept up to date; null until it is known. */
export function usePolicy(): Policy | null {
  const [policy, setPolicy] = useState<Policy | null>(null);
  useEffect(() => {
    const load = () => void readPolicy().then(setPolicy);
    load();
    return onSettingsChanged(load);
  }, []);
  return policy;
}
