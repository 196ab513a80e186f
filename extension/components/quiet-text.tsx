import type { Quiet } from "../settings/quiet.ts";
import { certificateName } from "./certificate-name.ts";
import { Sentence } from "./sentence.tsx";

/** What an entry of the quiet list binds, in words. */
export function QuietText({ entry }: { readonly entry: Quiet }) {
  switch (entry.binds) {
    case "root":
      return <Sentence message="quiet_root" parts={[rootName(entry)]} />;
    case "host":
      return <Sentence message="quiet_host" parts={[entry.host, rootName(entry)]} />;
    case "refusal":
      return <Sentence message="quiet_refusal" parts={[entry.host, entry.errorCode]} />;
  }
}

/** A root without a name is called by the beginning of its key's hash. */
const rootName = ({ subject, rootKey }: Exclude<Quiet, { binds: "refusal" }>) =>
  certificateName({ subject, subjectAltNames: [], serial: `${rootKey.slice(0, 16)}…` });
