/** The name under which only one thing at a time is done to the journal, reading all of it included. */
export const JOURNAL_LOCK = "journal";
