import { once } from '../../util/memo.ts';
import { replacedBetween, trimmedEnd } from '../../text/ends.ts';
import { fold } from '../../text/plain-text.ts';
import { isPlaceholder } from '../../vocabulary/placeholder.ts';
import { wordsFor } from './words.ts';

const nothing = once(() => new RegExp(`^${wordsFor('nothing')}$`, 'u'));
/** A mark before an item that is still to be begun, or has begun. */
const reminder =
  /^(?:[*_]{1,3}|`|\[|\()?(?:todo|to do|tbd|tba|tbc|fixme|wip)(?:[*_]{1,3}|`|\]|\))?(?![\p{L}\p{N}])[\s:,.(–—-]*(?:[*_]{1,3}\s)?/iu;
/** Words that the blanks of a template represent, and the words between these. */
const slots =
  /(?<![\p{L}\p{N}])(?:action|item|task|follow[- ]?up|owner|assignee|name|team|person|who|due|date|deadline|by|on|for|to|of|the|an?|ticket|link|issue|url|priority|status|description|assigned|will|here|below|\d+)s?(?![\p{L}\p{N}])/giu;
/** A request of a template to its author. */
const asked =
  /^(?:please\s)?(?:add|list|fill|write|insert|describe|enter|put|include|create|define|link|to be|be)(?:\s(?:in|out|up|me|this|the|some|any|more|all|an?|other|further|new|your|relevant|concrete|(?:action|follow[- ]?up|to-?do|item|point|task|ticket|link|owner|detail)s?|content|text|here|below|later|one|them|decided|defined|determined|added|done|discussed|filled|confirmed))+[.…]?$/i;

/** Number of characters of a text that are read. No empty item is longer. */
const longest = 2000;

/** Returns whether a text names no follow-up: "None", "N/A", a placeholder, or a template's prompt that was left in. */
export function isNoItem(markdown: string): boolean {
  const text = withoutTags(markdown.slice(0, longest)).trim();
  const folded = fold(
    text
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase(),
  ).replace(/^[^\p{L}\p{N}]+/u, '');
  const bare = trimmedEnd(folded, /[^\p{L}\p{N}]/u);
  if (
    !/[\p{L}\p{N}]/u.test(text) ||
    nothing().test(bare) ||
    /^(?:action item|item|task|follow[- ]up|action)(?: ?#?\d+)?$/i.test(bare)
  ) {
    return true;
  }
  const begun = reminder.exec(text)?.[0];
  if (begun !== undefined) {
    const rest = text.slice(begun.length);
    return !/\p{L}/u.test(withoutFacts(rest)) || asked.test(rest) || isNoItem(rest);
  }
  return isPlaceholder(text) ? !isWork(text) : isBlank(text);
}

/** A line in italics may be a template's prompt or the work itself; what it asks for tells. */
function isWork(text: string): boolean {
  const inner = /^([*_])(?![*_\s])([^*_]+)\1$/.exec(text)?.[2];
  return (
    inner !== undefined &&
    /^(?:add|include|write|document|record|report)\b/i.test(inner) &&
    !/\b(?:items?|actions?|follow[- ]?ups?|tasks?|links?|tickets?|owners?|here|below|any|what|who|how|why|when|which|incident)\b/i.test(
      inner,
    )
  );
}

/** Whether a text begins with a template's blank, and but for its blanks says no more than what they stand for. */
function isBlank(text: string): boolean {
  if (!/^[*_]{0,3}[[<]|\{\{/.test(text)) {
    return false;
  }
  const filled = text.replace(/`[^`\n]{1,300}`/g, ' code code ');
  const left = replacedBetween(filled, '{{', '}}', ' ')
    .replace(/<[^<>@:/]{1,200}>/g, ' ')
    .replace(
      /\[(?:action|item|todo|describe|task|follow|owner|name|date|link|ticket|team)[^\][]{0,200}\](?![(:[])/gi,
      ' ',
    );
  return left !== filled && (left.replace(slots, ' ').match(/\p{L}{2,}/gu) ?? []).length < 2;
}

/** Without comments and the tags of elements, so that what is between them is left; "<name>" alone holds a place. */
export function withoutTags(markdown: string): string {
  if (!markdown.includes('<')) {
    return markdown;
  }
  const text = replacedBetween(markdown, '<!--', '-->', ' ');
  const closed = new Set([...text.matchAll(/<\/([a-z][a-z0-9-]{0,20})>/gi)].map(([, name = '']) => name.toLowerCase()));
  return text.replace(/<\/?([a-z][a-z0-9-]{0,20})(?:\s[^<>]{0,300})?>/gi, (tag, name: string) =>
    closed.has(name.toLowerCase()) || /^(?:br|hr|input|img|wbr|p|li|div)$/i.test(name) ? ' ' : tag,
  );
}

const facts = once(
  () =>
    new RegExp(
      `${wordsFor('owner')}\\s?:\\s?[^,;]{0,40}|(?:${wordsFor('by')}|${wordsFor('due')})[\\s:]{0,3}|(?:\\d+[./-])+\\d*|${wordsFor('nobody')}`,
      'giu',
    ),
);

/** Without what names who does it, by when, and where it is followed. */
export function withoutFacts(text: string): string {
  return text
    .replace(/!?\[[^\]\n]{0,200}\]\([^()\n]{0,400}\)|https?:\/\/\S{1,600}/g, ' ')
    .replace(/\([^()]{0,200}\)/g, ' ')
    .replace(/@[\w./-]+|#\d+|(?<![\w-])[A-Z][A-Z0-9]{1,9}-\d{1,7}(?![\w-])/g, ' ')
    .replace(facts(), ' ');
}

const unnamed = once(() => new RegExp(`^(?:${wordsFor('nobody')}|-+|–|—|\\?+|x+|\\.{2,}|…)$`, 'iu'));

/** Returns whether a value stands for no value: "TBD", "?", "unassigned", `<name>`. */
export function isNoValue(text: string): boolean {
  const bare = text.replace(/[*_`]/g, '').trim();
  return (
    bare === '' ||
    unnamed().test(bare) ||
    isPlaceholder(bare) ||
    /^[@[<{(]+\s*(?:(?:name|owner|team|tbd|who|person)\s*)?[>}\])]*$/i.test(bare)
  );
}
