/** A fact file is wrong. The message is a sentence for whoever edits the file, naming the file and the field. */
export class WatchlistError extends Error {
  override readonly name = "WatchlistError";
  /** Id of the authority, "public-roots", or "authority" and its number when it has no id. */
  readonly file: string;
  /** Path in the file, such as "certificates.0.sha256"; "file" when it is about the whole. */
  readonly field: string;

  constructor(file: string, field: string, fault: string) {
    super(`In ${file}, ${field} is wrong: ${fault}.`);
    this.file = file;
    this.field = field;
  }
}
