import { once } from '../../util/memo.ts';
import { anyOfNames, anywhere, wordsIn, written } from '../../vocabulary/words.ts';
import type { Matter } from '../../vocabulary/kind.ts';
import { matchesOf } from '../../text/matches.ts';
import { visibleText, type Inline } from '../../text/inline.ts';
import { templateVariables } from '../../team/templates/variables.ts';

/** Text of a template that was not replaced. */
export interface Leftover {
  readonly index: number;
  readonly length: number;
}

/** A whole paragraph in italics or brackets: how templates mark their text for the author. */
const setOff =
  /^(?:\*(?![*\s])[^*]+\*\.?|_(?![_\s])[^_]+_\.?|\((?!\()[^()]+\)\.?|\*\((?!\()[^()]+\)\*|_\([^()]+\)_|<(?![!/])[^<>]+>|\[[^\][]+\])$/;
/** Start of an instruction to the author of a report. */
const asks = once(
  () => new RegExp(`^(?:please )?(?:briefly )?${anywhere(written(({ grammar }) => grammar.prompts))}(?!\\p{L})`, 'iu'),
);
/** The same, but clear enough that no other document has to have it. */
const asksPlainly: Readonly<Record<Matter, () => RegExp>> = {
  incident: once(
    () =>
      new RegExp(
        `^(?:please )?(?:briefly )?${anywhere(written(({ grammar }) => grammar.plainPrompts))}(?!\\p{L})`,
        'iu',
      ),
  ),
  procedure: () =>
    /^(?:please )?(?:briefly )?(?:describe|summari[sz]e|explain|outline|insert|fill in) (?:briefly )?(?:what|how|when|why|who|an?|any|the|site|here) ?(?:alert|symptoms?|impact|problem|issue|purpose|steps|context|meaning|background|specific|section|procedure|here|\w+ (?:alert|happen|mean|is for|does))/i,
};
/** Words of a template about itself, or about text that is not written yet. */
const ofTemplates =
  /^(?:quick|short|brief|one[- ](?:sentence|line|paragraph)|a (?:short|brief|quick)) (?:summary|description|overview)\b|^(?:list of things|things that|these are (?:only )?(?:sample|good things|examples?))\b|\b(?:repeat as needed|goes here|for example,?$|if applicable|sample (?:sub)?headings?|action items? should|should link to|use 5 whys|this template|short event description)\b/i;

const minimumWords = 4;

/** Returns the text of a paragraph for comparison; empty if it is too short. */
export function wordsOf(paragraph: Inline): string {
  const words = visibleText(paragraph).toLowerCase();
  return words.split(' ').length < minimumWords ? '' : words;
}

/** Returns whether a whole paragraph is set apart and is a request to the author. */
export function isPrompt(paragraph: Inline): boolean {
  const text = paragraph.markdown.trim();
  if (!setOff.test(text)) {
    return false;
  }
  const bare = bareText(paragraph);
  return asks().test(bare) || ofTemplates.test(bare) || /\?[\s)*_]*$/.test(text);
}

/** Returns whether a paragraph that is also in a template addresses the author, not the reader. */
export function speaksToAuthor(paragraph: Inline): boolean {
  const bare = bareText(paragraph);
  return isPrompt(paragraph) || ofTemplates.test(bare) || asksPlainly.incident().test(bare);
}

/** Returns whether a whole paragraph is a request to the author that can only come from a template. */
export function isPlainPrompt(paragraph: Inline, matter: Matter): boolean {
  return setOff.test(paragraph.markdown.trim()) && asksPlainly[matter]().test(bareText(paragraph));
}

/** Returns whether the title of a template stands in place of one: in capitals, in brackets, or in words that ask for it. */
export function asksForTitle(title: string): boolean {
  return (
    /[[\]<>{}]|_{2}|\.{3}|…/.test(title) ||
    (/\p{Lu}{2} \p{Lu}/u.test(title) && !/\p{Ll}/u.test(title)) ||
    titleBlank().test(title)
  );
}

const titleBlank = once(() => {
  const blanks = written(({ grammar }) => grammar.titleBlanks).spaced;
  const of = anyOfNames(wordsIn(({ grammar }) => grammar.of)).spaced;
  return new RegExp(
    `^(?:${blanks}) (?:${of})\\b|\\b(?:${blanks}) (?:name|title|here)$|\\b(?:your|insert|placeholder|untitled|todo|xxx)\\b`,
    'iu',
  );
});

function bareText(paragraph: Inline): string {
  return visibleText(paragraph).replace(/^[^\p{L}]+/u, '');
}

const variable = new RegExp(String.raw`\$\{(?:${Object.keys(templateVariables).join('|')})\}`, 'g');
const lorem = /\blorem ipsum\b(?: dolor sit amet\b)?/gi;
const replaceThis =
  /(?<!not )\b(?:replace|delete|remove|overwrite) (?:this|these) (?:template |placeholder |example |sample |help |instruction )?(?:text|paragraphs?|placeholders?|instructions?|sentences?)\b/gi;

const verbs =
  'add|describe|detail|enter|explain|fill in|give|include|insert|list|link to|name of|provide|short|brief|summari[sz]e|what|who|when|why|how|your|todo';
/** Text in the brackets of a template in place of a fact; `<title>` and `<time>` are also HTML. */
const facts =
  'incident (?:title|name|id|number|date|commander)|date(?: and time| of incident|/time)?|start time|end time|names?|your name|author names?|owner|team(?: name)?|service(?: name)?|duration|severity(?: level)?|root cause|link|ticket|issue link|handle|time|title|(?:event |brief |short )?description|answer(?: \\d)?|action(?: item)? \\d|due date|@(?:owner|handle|name|person|username)';
const bracketed = new RegExp(String.raw`(?<![![\]\w\\])\[(?:(?:${verbs}) [^\][\n]{2,120}|${facts})\](?![([:\w])`, 'gi');
const angled = new RegExp(
  String.raw`\\?<(?:(?:${verbs}) [^<>\n="]{2,120}|(?:${facts.replace(/\|(?:link|time|title)(?=\||$)/g, '')}))>`,
  'gi',
);
const curled =
  /\{\{-?\s*(?:[A-Z][A-Z0-9_]{2,40}|(?!(?:if|else|end|range|with|template|include|define|block|for|endif|set|import|raw|partial|config|page|site)\b)[a-z]{2,20}:?(?: [a-z:-]{2,20}){1,6})\s*-?\}\}/g;
const dateForm = String.raw`(?:(?:Y{4}|y{4}|20[xX]{2})[-/.](?:MM|mm|[xX]{2})[-/.](?:DD|dd|[xX]{2})(?:[ T,]+(?:HH|hh)[:h](?:MM|mm))?|(?:DD|dd)[-/.](?:MM|mm)[-/.](?:Y{4}|y{4})|(?:HH|hh):(?:MM|mm)(?::(?:SS|ss))?)(?: ?(?:UTC|GMT|Z))?`;
const dateValue = new RegExp(String.raw`${dateForm}(?=[*_]{0,2}[ \t]*(?:$|\||:\s|[-–—]\s|[*_]))`, 'gim');
/** The text before a date that is a value: the start of a line, a label, a table cell, or a word such as "at". */
const beforeValue =
  // oxlint-disable-next-line regexp/no-super-linear-move -- At most `farthest` characters.
  /(?:(?:^|[\n\r\u2028\u2029])[\s>]*(?:[-*+]\s{1,20}|#{1,6}\s{1,20}|\|)?\s{0,20}[*_]{0,2}|[^\n|]:[*_]{0,2}\s{0,3}[*_]{0,2}|\|[ \t]{0,60}|\b(?:at|from|on|since|until) )$/i;
const ofFormat = /format[^\n|]{0,20}$/i;
/** Number of characters before a date that are read. */
const farthest = 120;
const dateInBrackets = new RegExp(String.raw`(?<![!\]\w])\[${dateForm}\](?![([:\w])`, 'gim');
/** All choices of a template, of which one should be kept. */
const choices = new RegExp(
  String.raw`(?<=[:|][*_]{0,2}[ \t]{0,20}[[*_]{0,2})(?:draft *[|/] *(?:in[ -]?(?:review|progress)|open|reviewed) *[|/] *\w+(?: *[|/] *\w+)*|SEV[- ]?[01] *[|/] *SEV[- ]?[12](?: *[|/] *SEV[- ]?\d)+|P[01] *[|/] *P[12](?: *[|/] *P\d)+)(?=[\]*_]{0,3}[ \t]*(?:$|\|))`,
  'gim',
);
/** A duration that nobody filled in. */
const duration =
  /(?<=: {0,2}[*_]{0,2} {0,2}|\| {0,20})(?:X+ ?(?:hours?|hrs?|h),? ?(?:and )?Y+ ?(?:minutes?|mins?|m)|Xh ?Ym|X+ (?:hours|minutes|mins))(?![\w-])/g;

/**
 * Returns the placeholders of a template in running text. In a procedure, most placeholders are for the reader (`<pod-name>`, `[describe
 * the issue]` in a message), so only those that no reader can fill in are returned.
 * @param text without code.
 */
export function placeholdersIn(text: string, matter: Matter): Leftover[] {
  const found = placeholders[matter]
    .flatMap((find) => find(text))
    .map(({ 0: { length }, index }) => ({ index, length }))
    .toSorted((a, b) => a.index - b.index || b.length - a.length);
  let end = 0;
  return found.filter(({ index, length }) => {
    const isNew = index >= end;
    end = isNew ? index + length : end;
    return isNew;
  });
}

/** Placeholders in any document. */
const ofNobody = [lorem, variable].map(finding);

const placeholders: Readonly<Record<Matter, ReadonlyArray<(text: string) => readonly RegExpExecArray[]>>> = {
  procedure: ofNobody,
  incident: [
    ...ofNobody,
    ...[replaceThis, bracketed, angled, curled, dateInBrackets, choices, duration].map(finding),
    datesIn,
  ],
};

function finding(pattern: RegExp): (text: string) => readonly RegExpExecArray[] {
  return (text) => matchesOf(pattern, text);
}

/** The forms of dates that are values by themselves. */
function datesIn(text: string): RegExpExecArray[] {
  return matchesOf(dateValue, text).filter(({ index }) => {
    const from = Math.max(0, index - farthest);
    // Text that is cut off in the middle of a line does not begin one.
    const before = `${from === 0 ? '' : '.'}${text.slice(from, index)}`;
    return beforeValue.test(before) && !ofFormat.test(before);
  });
}
