/** The command was called wrongly; the message says how. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const USAGE = `usage: rootwatch inspect FILE... [--host NAME] [--at TIME] [--watch LIST.json] [--json]

  Reads the certificates of each FILE (PEM, DER or PKCS #7; "-" is standard input) and says whether the connection they belong to
  can be read and changed by somebody on the list.

  --host NAME   the name that was asked for
  --at TIME     when the chain was seen, RFC 3339, for example 2019-07-18T10:00:00Z
  --watch LIST.json
                also look for the certificates and keys of your own list, as the extension exports it
  --json        one line of JSON a FILE instead of a report for a person

usage: rootwatch verify BUNDLE... [--key FINGERPRINT] [--head SEAL] [--identity AGE-KEY-FILE | --passphrase] [--lang LANG] [--json]

  Checks evidence that the extension exported: archive, sums, signature, chain of records, what is disclosed, certificates; judges every
  chain again; lays several BUNDLEs side by side.

  --key FINGERPRINT
                whose key should have signed it; without it: unchanged since signing, signer unknown
  --head SEAL   the 64 characters that were sent to you before: says whether records were left out since
  --identity AGE-KEY-FILE
                opens what is encrypted to you
  --passphrase  opens what is encrypted with a passphrase, the first line of standard input
  --lang LANG   en, ru or kk
  --json        one line of JSON a BUNDLE, and one over several, instead of sentences

usage: rootwatch report BUNDLE [--identity AGE-KEY-FILE | --passphrase] [--lang LANG] [-o FILE]

  Writes the report of evidence again, as one HTML file, and says on standard error when the evidence is not whole.

  --lang LANG   en, ru or kk
  -o FILE       where to; without it to standard output

exit status of verify and report: 0 whole, 1 broken, 2 wrong usage or something that could not be read
exit status of inspect: 0 nothing found, 1 something found, 2 wrong usage or something that could not be read`;
