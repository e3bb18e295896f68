/** Characters that steer a terminal, turn the direction of text, or cannot be seen; spelt out so that tests do not trust the code. */
export const hiddenCharacters =
  // oxlint-disable-next-line no-control-regex no-misleading-character-class
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}\p{Cs}]/u;
