import { once } from '../../../util/memo.ts';
import type { Lines } from '../../../text/lines.ts';
import type { Range } from '../../../text/position.ts';
import { flat } from '../flat.ts';
import type { ActionItem } from '../item.ts';
import { struckIn } from '../struck.ts';
import { wordsFor } from '../words.ts';
import { fieldLinesOf } from './field-lines.ts';
import { at, atEnd, emptyAt, type Rewrite } from './rewrite.ts';

/** A fact of an item that is written down. */
export interface Fact {
  readonly role: 'owner' | 'due';
  /** As it is to be there. */
  readonly value: string;
}

/** Words that may be before a fact, in brackets or not. */
const leads = once((): Readonly<Record<Fact['role'], RegExp>> => ({
  owner: leadOf(wordsFor('owner'), wordsFor('assigned')),
  due: leadOf(wordsFor('due'), wordsFor('by')),
}));

function leadOf(names: string, verbs: string): RegExp {
  return new RegExp(
    `(?:\\s*[,;.]|\\s+[-–—|/])?\\s*[([]?\\s*(?:(?:\\*\\*|__)?${names}(?:\\*\\*|__)?\\s*(?:::?|=)(?:\\*\\*|__)?\\s*|${verbs}\\s+|[📅📆🗓]\\ufe0f?\\s*)?$`,
    'iu',
  );
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '（': '）', '［': '］' };

/** Returns the fact beside the one that brackets hold already: "(owner: Ada)" becomes "(owner: Ada, due 2026-01-01)". */
export function besideOther(
  lines: Lines,
  { shape, owner, due, textRange, textEnd }: ActionItem,
  fact: Fact,
): Rewrite[] {
  const other = fact.role === 'owner' ? due?.range : owner?.range;
  const inText = other !== undefined && other.start.line >= textRange.start.line && other.end.line <= textEnd.line;
  if (!inText || shape === 'heading') {
    return [];
  }
  const text = lines.text(other.start.line);
  const opening = text.slice(0, other.start.character).search(/\([^()]*$/);
  if (opening === -1 || text[other.end.character] !== ')') {
    return [];
  }
  const { line } = other.start;
  return fact.role === 'due'
    ? [at(lines, emptyAt(other.end), `, due ${fact.value}`)]
    : [at(lines, emptyAt({ line, character: opening + 1 }), `owner: ${fact.value}, `)];
}

/** Returns the fact as the texts of the others state theirs, nearest first. */
export function likeOther(lines: Lines, item: ActionItem, others: readonly ActionItem[], fact: Fact): Rewrite[] {
  return others.flatMap((other) => {
    const found = fact.role === 'owner' ? other.owner : other.due;
    const manner =
      found === undefined || other.shape !== item.shape ? undefined : mannerOf(lines, other, found.range, fact.role);
    if (manner === undefined) {
      return [];
    }
    // Whether the others' "@" belongs to the owner is a matter of theirs, not of this one.
    const text = `${manner.before}${fact.value}${manner.after}`;
    return manner.first ? [at(lines, emptyAt(item.textRange.start), text)] : put(lines, item, text);
  });
}

interface Manner {
  /** Whether it is before the text, else after it. */
  readonly first: boolean;
  readonly before: string;
  readonly after: string;
}

/**
 * Returns the way in which the text of an item states a fact; undefined if the fact is in a cell or a line of its own.
 */
function mannerOf(lines: Lines, item: ActionItem, { start, end }: Range, role: Fact['role']): Manner | undefined {
  const { textRange, textEnd } = item;
  const onOwnLine = fieldLinesOf(lines, item).some(({ value }) => value.line === start.line);
  if (start.line < textRange.start.line || start.line > textEnd.line || onOwnLine) {
    return undefined;
  }
  const from = start.line === textRange.start.line ? textRange.start.character : 0;
  const head = lines.text(start.line).slice(from, start.character);
  const tail = lines.text(start.line).slice(end.character);
  if (start.line === textRange.start.line && /^[([*_]*$/.test(head)) {
    const after = /^[)\]*_]*:?\s+/.exec(tail)?.[0];
    return after === undefined ? undefined : { first: true, before: head, after };
  }
  const found = head.slice(leads()[role].exec(flat(head))?.index ?? head.length);
  const bracket = /[([（［]/.exec(found)?.[0];
  if (bracket === undefined && /\([^()]*$/.test(head)) {
    // It is in brackets after something else: "(owner: Ada, due 2026-01-01)".
    return { first: false, before: ` (${found.replace(/^[\s,;.]+/, '')}`, after: ')' };
  }
  const after = closing[bracket ?? ''] ?? '';
  return { first: false, before: /^[\s,;.（［]/.test(found) ? found : ` ${found}`, after };
}

/** Returns the fact in words that are always understood, at the places where they may stand. */
export function usual(lines: Lines, item: ActionItem, { role, value }: Fact): Rewrite[] {
  const words = role === 'owner' ? `owner: ${value}` : `due ${value}`;
  return [` (${words})`, `, ${words}`, ` – ${words}`, `. ${words}`].flatMap((text) => put(lines, item, text));
}

/** Number of characters at the end of an item that are searched for brackets. */
const farthest = 400;

/** After the text of an item; else before what must be at its end, such as brackets that name the owner, or "– done". */
function put(lines: Lines, item: ActionItem, text: string): Rewrite[] {
  const { textRange, textEnd, doneRange, due } = item;
  const from = textEnd.line === textRange.start.line ? textRange.start.character : 0;
  const own = lines.text(textEnd.line).slice(from, textEnd.character);
  const before = (range: Range | undefined): number | undefined =>
    range?.start.line === textEnd.line && range.start.character > from
      ? lines
          .text(textEnd.line)
          .slice(0, range.start.character)
          .trimEnd()
          .replace(/[-–—/|,;(]$/, '')
          .trimEnd().length
      : undefined;
  const last = own.slice(-farthest);
  // oxlint-disable-next-line regexp/no-super-linear-move -- At most `farthest` characters.
  const brackets = /\s*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\])[.]?$/.exec(last);
  const strike = struckIn(own).at(-1);
  const bracketed = own.length - last.length + (brackets?.index ?? 0);
  const places = [
    brackets === null || bracketed === 0 ? undefined : from + bracketed,
    strike?.to === own.length ? from + strike.inner.to : undefined,
    before(doneRange),
    before(due?.range),
  ].filter((character) => character !== undefined);
  return [
    atEnd(lines, item, text),
    ...places.map((character) => at(lines, emptyAt({ line: textEnd.line, character }), text)),
  ];
}
