import { useEffect, useState } from "preact/hooks";
import { type KeptCheck, keepCheck, readKeptChecks, withKept, withStored } from "../check-store/kept-checks.ts";

/** The last checks, and how to keep another; those made for a private window are known to this very page alone. */
export function useKeptChecks(inPrivate: boolean): {
  readonly kept: readonly KeptCheck[];
  /** Never rejects. @returns whether it could be stored where it is to be. */
  readonly keep: (check: KeptCheck) => Promise<boolean>;
} {
  const [kept, setKept] = useState<readonly KeptCheck[]>([]);
  useEffect(() => {
    // Where they cannot be read there is nothing to compare with; this page's own checks are shown all the same.
    if (!inPrivate)
      void readKeptChecks().then(
        (stored) => setKept((known) => withStored(known, stored)),
        () => null,
      );
  }, [inPrivate]);
  const keep = async (check: KeptCheck) => {
    setKept((known) => withKept(known, check));
    // When the store is full the page still has it, for as long as it is open.
    return (
      inPrivate ||
      keepCheck(check).then(
        () => true,
        () => false,
      )
    );
  };
  return { kept, keep };
}
