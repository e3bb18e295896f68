import { trimmedEnd } from '../../text/ends.ts';
import { matchesOf } from '../../text/matches.ts';
import { placed, rangeOf, trimmed, within, type Placed, type Span } from '../../text/span.ts';
import type { Range } from '../../text/position.ts';
import { once } from '../../util/memo.ts';
import type { ActionWords } from '../../vocabulary/language.ts';
import { anywhere, ended, whole, written } from '../../vocabulary/words.ts';
import { fullDate } from '../../time/calendar.ts';
import { readDay } from '../../time/day.ts';
import type { DoneBy, Due, Tracking } from './item.ts';
import { isNoValue } from './patterns.ts';

/** Nothing about an item stands further to the right. */
const longest = 4000;

const link =
  /(?<!!)\[(?:[^\]\n]{0,300})\]\(\s*<?([^()\s>]{1,600})>?[^()]{0,200}\)|(?<!!)\[[^\]\n]{1,200}\]\[[^\]\n]{0,100}\]|https?:\/\/[^\s)>\]|"'<]{3,600}/g;
const image = /!\[[^\]\n]{0,300}\]\([^()\n]{0,800}\)/g;
const number =
  /(?<![\w&/#])(?:[\w.-]{1,60}\/[\w.-]{1,80})?#\d{1,7}\b|(?<![\w!])!\d{2,7}\b|\b(?:issue|ticket|bug|task|PR|MR|pull request|merge request|card|story|change|incident)\s(?:no\.? ?|number )?#?\d{2,8}\b/gi;
const key =
  /(?<![\w/-])(?!(?:UTF|SHA|ISO|RFC|HTTP|CVE|COVID|SEV|AES|ASCII|TLS|IPV|GPT|RSA|MD|EC|US|EU|P|Q)-)[A-Z][A-Z0-9]{1,9}-\d{1,7}(?![\w-])/g;

/** What a piece of text names that leads to where the work is followed: links, issue numbers, ticket keys. */
export function trackingIn(span: Span): Tracking[] {
  const text = span.text.slice(0, longest).replace(image, (match) => ' '.repeat(match.length));
  const found: Array<{ from: number; to: number; kind: Tracking['kind'] }> = [];
  for (const [kind, pattern] of [
    ['url', link],
    ['number', number],
    ['key', key],
  ] as const) {
    for (const match of matchesOf(pattern, text)) {
      const to = match.index + (kind === 'url' ? trimmedEnd(match[0], /[.,;:!?]/) : match[0]).length;
      if (!found.some((other) => match.index < other.to && other.from < to)) {
        found.push({ from: match.index, to, kind });
      }
    }
  }
  return found
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to, kind }) => ({ ...placed(within(span, from, to)), kind }));
}

const words = once(() => {
  const label = (pick: (words: ActionWords) => string): RegExp =>
    new RegExp(
      `(?:^|[\\s([*_,;|–—-])${anywhere(written(({ actions }) => pick(actions)))}(?:\\*\\*|__)?\\s*[:：=](?:\\*\\*|__)?\\s*`,
      'iu',
    );
  const finished = ended(written(({ actions }) => actions.done));
  const givenUp = ended(written(({ actions }) => actions.dropped));
  const done = `(?:${finished}|${givenUp})`;
  /** What follows the word where it speaks of the item: "**Done in June**", but not "**Closed tickets** are counted". */
  const ofItem = `(?=\\s*(?:[^\\p{L}\\s]|$)|\\s+${ended(written(({ actions }) => actions.behindDone))})`;
  return {
    ownerLabel: label(({ owner }) => owner),
    ownerVerb: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${written(({ actions }) => firstInAnyCase(actions.assigned)).spaced})\\s+(?:the\\s+)?(?=[*_\`[]{0,3}(?:@|\\p{Lu}))`,
      'u',
    ),
    dueLabel: label(({ due }) => due),
    dueWord: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${written(({ actions }) => actions.by).spaced})\\s+(?:(?:the )?end of\\s+)?(?=[\\d\\p{L}])`,
      'giu',
    ),
    givenUp: new RegExp(whole(written(({ actions }) => actions.dropped)), 'iu'),
    doneFirst: new RegExp(
      `^(?:\\*\\*|__)?[[(]?${done}[\\])]?(?:\\*\\*|__)?(?:\\s*[:：–—]|\\s-\\s|(?<=[\\])])\\s)`,
      'iu',
    ),
    doneInside: new RegExp(
      `(?:\\(|\\[|(?<![\\w*])\\*{1,2}|(?<!\\w)_{1,2})\\s*[([]?(?:already\\s+|now\\s+)?(?:(?<=[([].{0,9})${finished}|${done}${ofItem})[^()[\\]*_]{0,60}(?:[)\\]]|\\*{1,2}|_{1,2})+`,
      'iu',
    ),
    doneLast: new RegExp(`\\s[-–—]+>?\\s*${done}[.!]?\\s*$`, 'iu'),
    doneSentence: new RegExp(
      `^(?:this|it|that)\\s+(?:has been|was|is|got)\\s+(?:now\\s+|already\\s+)?${done}${ofItem}`,
      'iu',
    ),
    doneStatus: new RegExp(
      `^[^\\p{L}\\p{N}]*(?:${done}|${ended(written(({ actions }) => actions.yes))}|(?:x|100 ?%)(?![\\p{L}\\p{N}]))`,
      'iu',
    ),
    undone: new RegExp(`^[^\\p{L}\\p{N}]*${ended(written(({ actions }) => actions.not))}`, 'iu'),
  };
});

/** A pattern whose first letter may be a capital, where case counts for the rest. */
function firstInAnyCase(pattern: string): string {
  return pattern.replace(
    /(^|\|)(\p{Ll})/gu,
    (_, before: string, first: string) => `${before}[${first}${first.toUpperCase()}]`,
  );
}

const mention = /(?<![\w`/.@])@[A-Za-z][\w-]{0,38}(?:\/[A-Za-z][\w-]{0,60})?(?![\w/]*\.[a-z]{2,})/;
/** Whoever a piece of text names as the one to do it. */
export function ownerIn(span: Span): Placed | undefined {
  const text = withoutCode(span.text.slice(0, longest));
  for (const pattern of [words().ownerLabel, words().ownerVerb]) {
    const match = pattern.exec(text);
    const value = match === null ? undefined : valueFrom(span, text, match.index + match[0].length, ownerEnd());
    if (value !== undefined && !isNoValue(value.text)) {
      return placed(value);
    }
  }
  const slash = dateAtEnd.test(text) ? betweenSlashes.exec(text) : null;
  const between = slash === null ? undefined : valueFrom(span, text, slash.index + slash[0].length, ownerEnd());
  if (between !== undefined && !isNoValue(between.text)) {
    return placed(between);
  }
  const found = mention.exec(text);
  return found === null ? undefined : placed(within(span, found.index, found.index + found[0].length));
}

const dateAtEnd = /(?:\s[-–—/|]\s|[,;|(]\s?)(?=(?:19|20)\d{2}-\d{2}-\d{2}\)?[.\s]*$)/;
/** "Add a worker / Ada / 2021-05-01" */
const betweenSlashes = /\s\/\s(?=\S[^/]{1,40}\s\/\s\S[^/]{1,20}$)/;

/** By when a piece of text wants it done. Years that are not written come from `reference`, a date. */
export function dueIn(span: Span, reference: string | undefined): Due | undefined {
  const text = withoutCode(span.text.slice(0, longest));
  const match = words().dueLabel.exec(text);
  const value = match === null ? undefined : valueFrom(span, text, match.index + match[0].length, dueEnd);
  if (value !== undefined && !isNoValue(value.text)) {
    return dueOf(value, reference);
  }
  for (const word of matchesOf(words().dueWord, text)) {
    const at = word.index + word[0].length;
    const day = readDay(text, at);
    if (day?.day !== undefined) {
      return dueOf(within(span, at, day.end), reference);
    }
  }
  const last = dateAtEnd.exec(text);
  const at = last === null ? 0 : last.index + last[0].length;
  return last === null ? undefined : dueOf(within(span, at, at + 10), reference);
}

/** A due date from a cell or value that holds nothing else. */
export function dueOf(value: Span, reference: string | undefined): Due {
  const day = readDay(value.text, 0)?.day;
  const date = day === undefined ? undefined : fullDate(day, reference);
  return { ...placed(value), ...(date !== undefined && { date }) };
}

/** How a piece of text says that nothing is left to do, and where. */
export interface DoneMark {
  readonly by: DoneBy;
  readonly range: Range;
  /** Whether it says that the item was decided against. */
  readonly wontDo: boolean;
}

const doneMark = /✅|☑️?|✔️?|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check|check|done):/u;
const strike = /^\s*(?:\*\*)?~~(?=\S)(.{1,3000}?)~~/;

const doneBeside = /(?:^|[\s*_(])(?:DONE|Done|done|CLOSED|Closed|FIXED|Fixed)(?=[\s*_).]|$)/;

/** Whether the cell of a ticket says that it is done ("n/a **DONE**"). */
export function doneBesideTicket(span: Span): DoneMark | undefined {
  return doneBeside.test(span.text) || doneMark.test(span.text)
    ? { by: 'status', range: rangeOf(span), wontDo: false }
    : undefined;
}

/** What in a text says that it is done; undefined where nothing does. */
export function doneIn(span: Span): DoneMark | undefined {
  const text = span.text.slice(0, longest);
  const struck = strike.exec(text);
  if (struck !== null && struck[0].length >= 0.6 * text.length) {
    const beside = text.slice(struck[0].length);
    return { by: 'strike', range: rangeOf(within(span, 0, struck[0].length)), wontDo: words().givenUp.test(beside) };
  }
  const mark = doneMark.exec(text);
  if (mark !== null) {
    return { by: 'mark', range: rangeOf(within(span, mark.index, mark.index + mark[0].length)), wontDo: false };
  }
  for (const pattern of [words().doneFirst, words().doneInside, words().doneLast]) {
    const match = pattern.exec(text);
    if (match !== null) {
      const range = rangeOf(trimmed(within(span, match.index, match.index + match[0].length)));
      return { by: 'word', range, wontDo: words().givenUp.test(match[0]) };
    }
  }
  return undefined;
}

/** What in a remark below an item says that the item is done: "This has been done in June". */
export function doneInRemark(span: Span): DoneMark | undefined {
  const match = words().doneSentence.exec(span.text.slice(0, longest));
  return match === null
    ? undefined
    : { by: 'word', range: rangeOf(within(span, 0, match[0].length)), wontDo: words().givenUp.test(match[0]) };
}

/** Whether the value of a status says that nothing is left to do, and why; undefined where something is. */
export function doneStatusOf(text: string): 'done' | 'wont-do' | undefined {
  if (words().givenUp.test(text) || /^\W*duplicate\b/i.test(text)) {
    return 'wont-do';
  }
  const done =
    doneMark.test(text) || /\[x\]/i.test(text) || (words().doneStatus.test(text) && !words().undone.test(text));
  return done ? 'done' : undefined;
}

const priority = /(?:^|[\s([*])(P[0-5])(?=[\s)\]:*,]|$)/;
const priorityLabel = /\bpriority(?:\*\*)?\s*[:=]\s*(?:\*\*\s*)?(\p{L}[\p{L}\d-]{1,15})/iu;

/** How urgent a text says that it is. */
export function priorityIn({ text }: Span): string | undefined {
  const head = text.slice(0, longest);
  return priorityLabel.exec(head)?.[1] ?? priority.exec(head)?.[1];
}

/** Where the value of a label ends, whatever it is. */
const valueEnd =
  /(?:\s[-–—|/]\s|[,;|)\]]|\.\s|\s{2,}|\s(?:\*\*|__)|(?:due|status|eta|deadline|priority|ticket)\b[:=]|<br|✅|☑|✔|:white_check_mark:|$)/iu;
/** Where that of an owner ends besides: "Ada (SRE)" is one, but not "Ada (done)", "Ada (due …)" or "Ada by March 3". */
const ownerEnd = once(() => {
  const done = `${ended(written(({ actions }) => actions.done))}|${ended(written(({ actions }) => actions.dropped))}`;
  const by = written(({ actions }) => actions.by).spaced;
  return new RegExp(
    `\\s[([](?=${done}|(?:${by})(?![\\p{L}\\p{N}]))|\\s(?:${by})\\s+(?=\\d|\\p{L}{3,9}\\.?\\s\\d)`,
    'iu',
  );
});
const dueEnd = /\s[([]/;

function valueFrom(span: Span, text: string, at: number, ownEnd: RegExp): Span | undefined {
  const rest = text.slice(at, at + 120);
  const end = Math.min(valueEnd.exec(rest)?.index ?? rest.length, ownEnd.exec(rest)?.index ?? rest.length);
  const value = trimmed(within(span, at, at + end));
  const marks = /^[*_`[]*/.exec(value.text)?.[0].length ?? 0;
  const bare = within(value, marks, Math.max(marks, trimmedEnd(value.text, /[*_`.]/).length));
  return bare.text === '' ? undefined : bare;
}

/** With code spans blanked, so that offsets stay. */
function withoutCode(text: string): string {
  return text.replace(/`[^`\n]{1,300}`/g, (code) => ' '.repeat(code.length));
}
