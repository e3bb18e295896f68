import type { Alert } from '../../alert/alert.ts';

/** What decides when a rule alerts, and how urgently. */
export interface Definition {
  /** White space folded. */
  readonly expression: string;
  readonly duration: string;
  readonly severity: string;
}

/** What changed of a rule. */
export interface RuleChange {
  readonly what: keyof Definition;
  readonly before: string;
  readonly after: string;
}

/** Returns the definition of a rule. What it does not state is empty. */
export function definitionOf({ expression = '', duration = '', severity = '' }: Alert): Definition {
  return {
    expression: expression.replace(/\s+/g, ' ').trim(),
    duration: duration.trim(),
    severity: severity.trim().toLowerCase(),
  };
}

/**
 * Returns what differs between two definitions of a rule, as far as it matters to somebody who responds. What one of them does not state is
 * not known, and no change.
 */
export function changesBetween(before: Definition, after: Definition): RuleChange[] {
  return (['expression', 'duration', 'severity'] as const).flatMap((what) => {
    const [old, now] = [before[what], after[what]];
    const same =
      old === now ||
      old === '' ||
      now === '' ||
      (what === 'expression' && meansTheSame(old, now)) ||
      (what === 'duration' && areSameTime(old, now));
    return same ? [] : [{ what, before: old, after: now }];
  });
}

/** Seconds of the units of Prometheus. */
const units: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/** Whether two lengths of time are the same in other units: `5m` and `300s`. */
function areSameTime(before: string, after: string): boolean {
  const seconds = secondsOf(before);
  return seconds !== undefined && seconds === secondsOf(after);
}

/** The seconds of a length of time, as `1h30m` or `0`; undefined if it is none, but a part of a template, for example. */
function secondsOf(text: string): number | undefined {
  if (text === '0') {
    return 0;
  }
  return /^(?:\d{1,9}(?:ms|[smhdwy]))+$/.test(text)
    ? [...text.matchAll(/(\d{1,9})(ms|[smhdwy])/g)].reduce(
        (sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? 0),
        0,
      )
    : undefined;
}

/**
 * Returns what changed of the rules of one name, where there may be several: a warning and a page. Equal ones are paired first, then those of
 * the same severity, then the rest in their order. Where their number differs, nobody can say which is which.
 */
export function changesBetweenAll(before: readonly Definition[], after: readonly Definition[]): RuleChange[] {
  if (before.length !== after.length) {
    return [];
  }
  const rest = [...after];
  const paired = new Map<Definition, Definition>();
  const pair = (fits: (old: Definition, now: Definition) => boolean): void => {
    for (const old of before) {
      const at = paired.has(old) ? -1 : rest.findIndex((now) => fits(old, now));
      rest.splice(at === -1 ? rest.length : at, 1).forEach((now) => paired.set(old, now));
    }
  };
  pair((old, now) => changesBetween(old, now).length === 0);
  pair((old, now) => old.severity === now.severity);
  pair(() => true);
  return before.flatMap((old) => changesBetween(old, paired.get(old) ?? old));
}

/** Expressions that share less of their words are of two rules. */
const alike = 0.8;

/**
 * Returns whether two expressions may be of one rule that was given another name: they name nearly the same metrics and labels. Numbers do not
 * count. One that is not known is like none.
 */
export function areAlike(before: string, after: string): boolean {
  const [old, now] = [before, after].map(
    (text) => new Set(tokensOf(text).filter((token) => /^(?:"[^"]+"|[a-z_]\w.*)$/i.test(token))),
  );
  if (old === undefined || now === undefined || old.size + now.size === 0) {
    return false;
  }
  const shared = [...old].filter((word) => now.has(word)).length;
  return (2 * shared) / (old.size + now.size) >= alike;
}

/** Stands for a part of a template. */
const hole = '\ue002';

/** Whether two expressions ask the same of the same metrics. A number that moved into a value of a template, or back, may be the same. */
function meansTheSame(before: string, after: string): boolean {
  const [old, now] = [core(before), core(after)];
  const withoutNumbers = (text: string): string => text.replace(/\ue002|\b\d+(?:\.\d+)?\b/g, hole);
  return old === now || (old.includes(hole) !== now.includes(hole) && withoutNumbers(old) === withoutNumbers(now));
}

/** Parts of templates, comments, white space, single signs, and all else. Texts in quotes are found apart. */
const pieces = /\{\{|\}\}|#[^\n]*|\s+|[{}"']|[^"'#\s{}]+/y;

/** Returns the pieces of an expression, each text in quotes as one. A quote that nothing closes is a piece of its own, as all behind it. */
function* piecesOf(expression: string): Generator<string> {
  const open = new Set<string>();
  for (let at = 0; at < expression.length;) {
    const sign = expression[at] ?? '';
    const end = (sign === '"' || sign === "'") && !open.has(sign) ? endOfQuoted(expression, at) : undefined;
    pieces.lastIndex = at;
    const piece = end === undefined ? (pieces.exec(expression)?.[0] ?? sign) : expression.slice(at, end);
    if (end === undefined && piece === sign) {
      open.add(sign);
    }
    yield piece;
    at += piece.length;
  }
}

function endOfQuoted(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at += text[at] === '\\' ? 2 : 1) {
    if (text[at] === text[start]) {
      return at + 1;
    }
  }
  return undefined;
}

/**
 * An expression without what only says where it looks: label matchers, and labels to group by. Parts of templates are one sign each. A value
 * in percent is the same as a share.
 */
function core(expression: string): string {
  const parts: string[] = [];
  let depth = 0;
  let gap = false;
  let inTemplate = false;
  for (const piece of piecesOf(expression)) {
    if (inTemplate) {
      inTemplate = piece !== '}}';
    } else if (piece === '{{') {
      inTemplate = true;
      parts.push(depth === 0 ? hole : '');
    } else if (piece === '{' || piece === '}') {
      depth = piece === '{' ? depth + 1 : Math.max(0, depth - 1);
    } else if (piece === '}}') {
      depth = Math.max(0, depth - 2);
    } else if (depth === 0 && (piece.startsWith('#') || piece.trim() === '')) {
      gap = true;
    } else if (depth === 0) {
      const plain =
        piece.startsWith("'") && piece.length > 1 && !piece.includes('"') ? `"${piece.slice(1, -1)}"` : piece;
      parts.push(gap && /\w$/.test(parts.at(-1) ?? '') && /^\w/.test(plain) ? ` ${plain}` : plain);
      gap = false;
    }
  }
  return parts
    .join('')
    .replace(/\b(?:by|without|on|ignoring|group_left|group_right) ?\([\w,]*\)/g, ' ')
    .replace(
      /\*(\d{1,9}(?:\.\d{1,9})?)([<>]=?|[!=]=)(\d{1,12}(?:\.\d{1,9})?)/g,
      (_, factor: string, sign: string, value: string) =>
        `${sign}${Number((Number(value) / Number(factor)).toPrecision(9))}`,
    )
    .replaceAll(' ', '');
}

/** Longer differences are not quoted. */
const longestQuote = 70;

/** Returns the parts of two texts that differ, for a sentence: `> 0.9 → > 0.95`. Undefined if they are too long to say something. */
export function differenceOf({ before, after }: Pick<RuleChange, 'before' | 'after'>): string | undefined {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) {
    start += 1;
  }
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === now[now.length - 1 - end]) {
    end += 1;
  }
  // What stands before it tells what a number is compared with.
  const from = old[start - 1] === ' ' ? start - 2 : start - 1;
  const closing = /^[\])}]$/.test(old[old.length - end] ?? '') ? 1 : 0;
  const [was, is] = [old, now].map((tokens) =>
    tokens
      .slice(Math.max(0, from), tokens.length - end + closing)
      .join('')
      .trim(),
  );
  const isShort = was !== undefined && is !== undefined && Math.max(was.length, is.length) <= longestQuote;
  return isShort && was !== '' && is !== '' ? `${was} → ${is}` : undefined;
}

function tokensOf(text: string): string[] {
  return text.match(/[\w.:]+|"[^"]*"|\s+|[=<>!~]+|[^\w\s"]|"/g) ?? [];
}

/**
 * Returns what a change took out of a rule and a page could still say: names of metrics, lengths of time and severities, each of which the
 * rule has nowhere now.
 */
export function outdatedWords({ what, before, after }: RuleChange): string[] {
  const now = new Set(tokensOf(after));
  return [...new Set(tokensOf(before))].filter(
    (token) =>
      !now.has(token) &&
      ((/^[a-z]\w{5,}$/i.test(token) && token.includes('_')) ||
        (what === 'duration' && /^\d+(?:\.\d+)?[smhdw]$/.test(token))),
  );
}

/** Shorter expressions could be in a page by chance. */
const shortestQuoted = 12;

/** Returns whether a page quotes the expression that a rule had, and not the one that it has: white space and parentheses aside. */
export function quotesBefore(page: string, { what, before, after }: RuleChange): boolean {
  const [text, old, now] = [page, before, after].map((one) => one.replace(/[\s()]/g, ''));
  return (
    what === 'expression' &&
    old !== undefined &&
    old.length >= shortestQuoted &&
    text?.includes(old) === true &&
    !text.includes(now ?? '')
  );
}
