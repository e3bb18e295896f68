import { once } from '../../util/memo.ts';
import type { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import { fold, visibleText } from '../../text/inline.ts';
import { blockAt } from '../../document/block-at.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { partAt } from '../../document/part.ts';
import { doneWords } from './done.ts';
import { flat } from './flat.ts';
import type { ActionItem } from './item.ts';
import { wordsFor } from './words.ts';

const entry = /^(?<label>[^:=：–—]{1,40}?)(?:\s*(?:[:=]\s|：)|\s[–—-]\s)\s*(?<meaning>\S.*)$/su;
/** Between the entries of a legend on one line. */
const between = /\s[/|]\s|／|[;；]/u;
const legendTitle = once(() => new RegExp(`^${wordsFor('legend')}$`, 'iu'));
const scale =
  /^(?:p ?\d|prio(?:rity)? ?\d|critical|urgent|high(?:est)?|medium|normal|low(?:est)?|must|should|could|won'?t|blocker|major|minor|trivial|open|in progress|blocked|done|closed)$/;
/**
 * The beginning of a sentence that asks somebody to do something; "prevent" and "reduce" may explain a word as well.
 */
export const work =
  /^(?:add|adopt|alert|allow|audit|automate|backfill|block|build|change|check|clean|configure|create|define|delete|deploy|disable|document|drop|enable|ensure|extend|fix|implement|improve|increase|install|introduce|investigate|lower|migrate|monitor|move|page|patch|pin|publish|raise|refactor|remove|rename|replace|restore|review|rewrite|roll|rotate|run|schedule|set|split|switch|teach|test|train|tune|update|upgrade|use|validate|verify|write)\b/i;
const explains =
  /\b(?:that|which|it|again|future|next time|sooner|faster|happens?|similar|measures?|actions?|work|items?|tasks?|things?|anything|everything|what|must|should|would|can wait|nice to have|within|at once|immediately|as soon as|urgent|important|before|needs?)\b/i;
const signs = once(
  () =>
    new RegExp(
      `^(?:(?:\\p{So}\\ufe0f?|[✓✔])\\s*[=:–-]?\\s*(?:${doneWords()}|open|todo|to do|in progress|ongoing|not (?:yet )?started|started|blocked|planned|pending|new)\\s*[,;|·]?\\s*)+$`,
      'iu',
    ),
);

/**
 * Returns the items of a section without those that only explain the words of a column, the priorities or the signs of the others:
 * "Prevent: measures so that it does not happen again". What has a box, an owner, a date or a ticket is work.
 */
export function withoutLegend(document: CatalogDocument, items: readonly ActionItem[]): ActionItem[] {
  const rows = items.filter(({ shape }) => shape === 'row').length;
  const runs = runsOf(document, items, rows);
  const known = new Set(
    runs.flatMap((run) => (run.length > 1 ? [] : run.flatMap((item) => wordsOf(item, document.lines)))),
  );
  return runs.flatMap((run) =>
    isLegend(document, run, known, rows)
      ? []
      : run.filter((item) => !isBare(item) || !signs().test(cut(document.lines, item.textRange))),
  );
}

/** Items in groups: those that stand together and each explain a label; every other one alone. */
function runsOf(document: CatalogDocument, items: readonly ActionItem[], rows: number): ActionItem[][] {
  const runs: ActionItem[][] = [];
  let before: ActionItem | undefined;
  for (const item of items) {
    const explaining =
      item.shape !== 'row' && isBare(item, rows) && labelOf(document, item) !== undefined ? item : undefined;
    if (explaining !== undefined && before?.group === item.group && before?.shape === item.shape) {
      runs.at(-1)?.push(item);
    } else {
      runs.push([item]);
    }
    before = explaining;
  }
  return runs;
}

/** @param rows of the tables beside it: their numbers ("#2") are no tickets. */
function isBare({ box, owner, due, tracking, doneBy }: ActionItem, rows = 0): boolean {
  return (
    box === undefined &&
    owner === undefined &&
    due === undefined &&
    (tracking.length === 0 ||
      tracking.some(({ kind, text }) => kind === 'number' && Number(text.replace('#', '')) <= rows)) &&
    (doneBy === undefined || doneBy === 'word' || doneBy === 'mark')
  );
}

/** A word and what it means. */
interface Entry {
  readonly label: string;
  readonly meaning: string;
}

function labelOf(document: CatalogDocument, item: ActionItem): Entry | undefined {
  return entryIn(shownOf(document, item));
}

function entryIn(text: string): Entry | undefined {
  const { label, meaning } = entry.exec(text)?.groups ?? {};
  return label === undefined || meaning === undefined ? undefined : { label: bare(label), meaning };
}

function shownOf(document: CatalogDocument, { textRange }: ActionItem): string {
  const { start: at } = textRange;
  const block = blockAt(document, at.line);
  if (block === undefined) {
    return '';
  }
  const { inline, start, end } = partAt(document, block, {
    line: at.line,
    from: at.character,
    text: cut(document.lines, textRange),
  });
  return visibleText(inline, start, Math.min(end, start + 400));
}

function isLegend(
  document: CatalogDocument,
  run: readonly ActionItem[],
  known: ReadonlySet<string>,
  rows: number,
): boolean {
  const [first] = run;
  if (first === undefined || first.shape === 'row') {
    return false;
  }
  const entries = run.flatMap((item) => (isBare(item, rows) ? entriesOf(document, item) : []));
  if (entries.length < run.length) {
    return false;
  }
  if (first.group !== undefined && legendTitle().test(bare(first.group))) {
    return true;
  }
  const labels = new Set(entries.map(({ label }) => label));
  const refers = run.filter(({ tracking }) => tracking.length > 0).length;
  const doings = entries.filter(({ meaning }) => work.test(meaning)).length - refers;
  const meanings = entries.filter(({ meaning }) => !work.test(meaning) && explains.test(meaning)).length;
  if (entries.length < 2 || labels.size < entries.length || doings > meanings) {
    return false;
  }
  const shared = [...labels].filter((label) => known.has(label)).length;
  const scaled = [...labels].every((label) => scale.test(label));
  return (shared > 0 && shared * 3 >= labels.size) || (scaled && meanings === entries.length);
}

/** The entry of an item, or all entries of a legend on one line. */
function entriesOf(document: CatalogDocument, item: ActionItem): Entry[] {
  const text = shownOf(document, item);
  const several = text.split(between).map((part) => entryIn(part.trim()));
  const found = several.filter((part) => part !== undefined);
  const single = entryIn(text);
  return found.length === several.length ? found : single === undefined ? [] : [single];
}

/** The words of a column, or of a priority, that an item bears. */
function wordsOf({ group, priority, statusCell }: ActionItem, lines: Lines): string[] {
  return [group, priority, statusCell && cut(lines, statusCell)].flatMap((value) =>
    value === undefined || value === '' ? [] : value.split(/[,/+&]|\sand\s/).map(bare),
  );
}

/** A label for comparison: without emphasis, signs, what brackets add, and case. */
function bare(text: string): string {
  return fold(
    flat(text)
      .toLowerCase()
      .replace(/\([^()]*\)|（[^（）]*）/g, ' ')
      .replace(/[^\p{L}\p{N}' ]/gu, ' '),
  );
}

function cut(lines: Lines, { start, end }: Range): string {
  return lines.text(start.line).slice(start.character, end.character);
}
