/** Ordinary hosts that were documented targets of interception; nothing that a visit could be held against anybody for. */
export const DEFAULT_TARGETS: readonly string[] = [
  "google.com",
  "youtube.com",
  "facebook.com",
  "instagram.com",
  "vk.com",
  "mail.ru",
];
