/** The longest name and reason that a user may give, in UTF-16 code units. */
export const LONGEST_NAME = 80;
export const LONGEST_WHY = 500;
