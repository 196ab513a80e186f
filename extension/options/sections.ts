/** The parts of the settings in the order of the page, by the names that lead to them, with their headings. */
export const SECTIONS = {
  warnings: "alerts_title",
  evidence: "journal_title",
  quiet: "quiet_list_title",
  memory: "memory_title",
  watching: "watching_title",
  list: "own_title",
  recipients: "recipients_title",
  look: "look_title",
  about: "about_title",
} as const;
export type SectionName = keyof typeof SECTIONS;
