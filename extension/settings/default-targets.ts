/** Ordinary hosts that are documented as targets of interception: what a box on the path is most likely to want. */
export const DEFAULT_TARGETS: readonly string[] = [
  "google.com",
  "youtube.com",
  "facebook.com",
  "instagram.com",
  "vk.com",
  "mail.ru",
];
