import { insertSections } from '../../../convention/insert.ts';
import type { CatalogDocument } from '../../../document/document.ts';
import type { Block } from '../../../document/model.ts';
import { tableOf } from '../../../document/tables.ts';
import type { ExpectedSection } from '../../../team/templates/template.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Lines } from '../../../text/lines.ts';
import { findZone } from '../../../time/zone.ts';
import { firstDefined } from '../../../util/first-defined.ts';
import { documentZone, statedZone } from '../stated-zone.ts';
import { noted, attachmentBelow } from './below-table.ts';
import { behindLine } from './insert-lines.ts';
import { entryLines, firstForm } from './line.ts';
import type { NewEntry } from './new-entry.ts';
import { placeholdersIn, withoutPlaceholders, type Placeholder } from './placeholders.ts';
import { blankRow, columnsOf, rowText } from './row.ts';
import { dayText, styleOf, timeText } from './time-style.ts';

/** Ways to write the first entry of a section that is a timeline by its name, best first. */
export function* firstInSection(
  document: CatalogDocument,
  lines: Lines,
  index: number,
  entry: NewEntry,
): Generator<readonly TextEdit[]> {
  const section = document.sections[index];
  if (section === undefined || section.style !== 'heading') {
    return;
  }
  const { start, end } = section.range;
  const inside = document.blocks.filter(({ firstLine, lastLine }) => firstLine > start.line && lastLine <= end.line);
  const next = inside.findIndex(({ type }) => type === 'heading');
  const own = next === -1 ? inside : inside.slice(0, next);
  const table = own.find(({ type }) => type === 'table');
  const stated =
    findZone(section.title) ?? firstDefined(own, ({ type, text }) => (type === 'text' ? statedZone(text) : undefined));
  const examples = placeholdersIn(document, lines, index);
  if (table !== undefined) {
    yield* firstRow(document, lines, table, entry, stated, examples);
  }
  const style = styleOf(undefined, stated ?? documentZone(document), stated === undefined);
  const [example, ...others] = examples;
  if (example?.form !== undefined) {
    for (const withDay of example.withDay ? [true] : [false, true]) {
      const own = example.zone === undefined ? style : styleOf(undefined, example.zone, true);
      const text = entryLines(example.form, timeText(entry.at, own, withDay), entry).join(lines.eol);
      yield [
        { range: lines.range(example.line, example.lastLine), newText: text },
        ...withoutPlaceholders(lines, others),
      ];
    }
  }
  const last = own.at(-1)?.lastLine ?? section.titleRange.end.line;
  for (const withDay of [false, true]) {
    const text = ['', ...entryLines(firstForm, timeText(entry.at, style, withDay), entry)];
    yield [behindLine(lines, last, lines.text(last + 1).trim() === '' ? text : [...text, ''])];
  }
}

function* firstRow(
  document: CatalogDocument,
  lines: Lines,
  table: Block,
  entry: NewEntry,
  /** The zone that the section states for all of its times. */
  stated: string | undefined,
  examples: readonly Placeholder[],
): Generator<readonly TextEdit[]> {
  const columns = columnsOf(document, table, undefined);
  const told = findZone(tableOf(document, table).titles[columns.time] ?? '') ?? stated;
  const style = styleOf(undefined, told ?? documentZone(document), told === undefined);
  const rows = examples.filter(
    ({ shape, line }) => shape === 'row' && line > table.firstLine && line <= table.lastLine,
  );
  const [example, ...others] = rows;
  const blank = example?.line ?? blankRow(document, table);
  for (const withDay of example?.withDay === true ? [true] : [false, true]) {
    const times = {
      day: dayText(entry.at, style),
      time: timeText(entry.at, style, withDay && columns.day === undefined),
    };
    const row = rowText(lines, table, columns, noted(entry), times);
    const edit =
      blank === undefined
        ? behindLine(lines, table.lastLine, [row])
        : { range: lines.range(blank, blank), newText: row };
    yield [edit, ...withoutPlaceholders(lines, others), ...attachmentBelow(document, lines, table, entry)];
  }
}

/** Ways to write an entry into a new timeline: where the convention of the record has it, else at the end. */
export function* inNewSection(
  document: CatalogDocument,
  lines: Lines,
  entry: NewEntry,
  expected: readonly ExpectedSection[],
): Generator<readonly TextEdit[]> {
  const wanted = expected.find(({ keys }) => keys.includes('timeline')) ?? {
    title: 'Timeline',
    help: '',
    required: true,
    keys: ['timeline'],
  };
  const inserted = insertSections(document, expected.includes(wanted) ? expected : [...expected, wanted], [wanted]);
  if (inserted === undefined) {
    return;
  }
  const style = styleOf(undefined, documentZone(document), true);
  for (const withDay of [false, true]) {
    const own = entryLines(firstForm, timeText(entry.at, style, withDay), entry).join(lines.eol);
    yield inserted.map((edit) => ({ ...edit, newText: edit.newText.replace(/<!--[^]*?-->/, () => own) }));
  }
}
