import { once } from '../util/memo.ts';
import { fold } from '../text/plain-text.ts';
import { ended, folded, plain, wordsIn } from './words.ts';

/** Placeholder words; the whole text must be one of them. */
const words = once(() => new Set(wordsIn(({ grammar }) => grammar.placeholders).map(folded)));

/** A text that begins like this is a placeholder, whatever follows. */
const reminder = /^(?:todo|to do|tbd|tba|fixme|wip)\b[\s:,.(-]*/;
const mostReminding = 8;

/** The start of a text in which a template addresses the author: a request or a question. */
const prompt = once(() => new RegExp(`^${ended(plain(({ grammar }) => grammar.requests))}`, 'iu'));

const htmlElement =
  /^<\/?(?:a|b|br|code|details|div|em|hr|i|img|kbd|li|ol|p|picture|pre|span|strong|sub|summary|sup|table|td|th|tr|ul|video|script|style|iframe|h[1-6]|small|center|font|[usq]|del|ins|mark|dl|dt|dd|t?body|thead|tfoot|caption|figure|figcaption|section)\b/i;

/**
 * Returns whether a text is only a placeholder: "TODO", "To be added.", "…", or a prompt of a template, such as `<describe the impact>`,
 * `[Add links]`, `{{ summary }}`, a request in italics, or a link to `TODO`. Short real content ("Fix rules.", "None.", "N/A") is not a placeholder: words
 * are tested, not length.
 */
export function isPlaceholder(markdown: string): boolean {
  if (isLongReminder(markdown) || linksNowhere(markdown)) {
    return true;
  }
  if (goesOn(markdown.slice(0, opening))) {
    return false;
  }
  const text = withoutMarks(markdown);
  if (/^<[^<>]+>$/.test(text)) {
    return !htmlElement.test(text) && !text.includes('://') && !text.includes('@');
  }
  if (/^\{\{(?![<%])[^{}]*\}\}$/.test(text)) {
    return true;
  }
  const asked = /^(?:(\*|_)(?![*_\s])([^*_]+)\1|\[([^\][]+)\])$/.exec(text);
  if (asked !== null && prompt().test(bareText(asked[2] ?? asked[3] ?? ''))) {
    return true;
  }
  const bare = bareText(text);
  return words().has(bare) || isReminder(bare) || (bare === '' && /^[.…?*_\s-]+$/.test(text));
}

/** These first characters of a text mostly show that it is not a placeholder. */
const opening = 200;

/** More letters than the longest of the words has, and the number of a list item. */
const manyLetters = once(() => {
  const most = Math.max(...[...words()].map(({ length }) => length)) + 10;
  return new RegExp(`^[^\\p{L}\\p{N}]*(?:[\\p{L}\\p{N}][^\\p{L}\\p{N}]*){${most}}`, 'u');
});

/** Returns whether a text that begins like this is not a placeholder, whatever follows: it is longer than the words, no prompt and no reminder. */
function goesOn(beginning: string): boolean {
  if (!manyLetters().test(beginning)) {
    return false;
  }
  const text = withoutMarks(beginning);
  return (
    !/^(?:[<[]|\{\{|[*_](?![*_]))/.test(text) &&
    !reminder.test(bareText(text.replace(/^[^\p{L}\p{N}]+/u, '').slice(0, 20)))
  );
}

function withoutMarks(markdown: string): string {
  return markdown
    .replace(/^[\s>*+-]+(?=\s)|^[^\S\n\r\u2028\u2029]*\d+[.)]\s+|^[^\S\n\r\u2028\u2029]*\[[ xX]\]\s+/gm, '')
    .trim();
}

function isReminder(bare: string): boolean {
  const opening = reminder.exec(bare)?.[0];
  return opening !== undefined && bare.slice(opening.length).split(' ', mostReminding + 1).length <= mostReminding;
}

/** A reminder to the author that is marked as one: one sentence, as long as it likes. */
const longReminder = /^\W*(?:TODO|TBD|FIXME)\b(?:\([^()\n]{0,40}\))?\s?[:：]/;
const sentences = /[.!?]\s+\p{Lu}/u;
const longestReminder = 300;

function isLongReminder(markdown: string): boolean {
  return markdown.length <= longestReminder && longReminder.test(markdown) && !sentences.test(markdown);
}

/** Letters that an entry may have beside its link. */
const mostBeside = 60;
const todoLink = /\[[^\][\n]{0,200}\]\(\W{0,3}(?:TODO|TBD|FIXME)\b[^()\n]{0,60}\)/g;

/** Whether a text is an entry whose link is still to be found: "[Title](#TODO), Author". */
function linksNowhere(markdown: string): boolean {
  if (!markdown.includes('](') || markdown.length > 2 * longestReminder) {
    return false;
  }
  const without = markdown.replace(todoLink, '');
  return (
    without !== markdown && without.replace(/<[^<>]*>/g, '').trim().length <= mostBeside && !without.includes('](')
  );
}

function bareText(text: string): string {
  return fold(folded(text)).replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
}
