import { textWidth, withoutMiddle } from '../../core/index.ts';

/** The letters for which a row of a side bar of 260 px has room. */
const room = 21.5;
/** The part of a letter of the label that one of the smaller description takes. */
const small = 0.9;
/** A label that is cut keeps at least so much. */
const least = 10;
/** The letters of the label of a group for which such a side bar has room, beside a number. */
export const groupLabelRoom = 23;

/**
 * Returns the label of a row, cut in its middle, so that a narrow side bar shows what is beside it. VS Code cuts rows at
 * their end.
 * @param beside the part of the description that should be seen.
 */
export function rowLabel(text: string, beside: string): string {
  return beside === '' ? text : withoutMiddle(text, Math.max(least, room - small * textWidth(beside)));
}
