/** Under which keys of `storage.session` the journal lies that lasts until the browser is closed: a record and a certificate each have one. */
export const SESSION_PREFIX = "journal:";
export const POSITION_KEY = `${SESSION_PREFIX}position`;
export const recordKey = (seq: number | "") => `${SESSION_PREFIX}record:${seq}`;
/** DER in base64. */
export const certificateKey = (sha256: string) => `${SESSION_PREFIX}certificate:${sha256}`;
export const TALLY_PREFIX = `${SESSION_PREFIX}tally:`;
