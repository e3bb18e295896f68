import type { CatalogDocument } from '../../document/document.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import { visibleText } from '../../text/inline.ts';
import { inlineOf } from '../../document/inline.ts';
import type { Section } from '../../document/model.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { nextUpdate } from './next-update.ts';

/** An item of the incident commander's checklist. */
export interface ChecklistItem {
  readonly text: string;
  readonly checked: boolean;
  /** The text between the brackets of its box; absent if the record does not have the item. */
  readonly mark?: Range;
  /** Whether the record tells in another place that it is done: its severity is set, an update was given. */
  readonly told?: boolean;
}

const sectionNames = new Set([
  'checklist',
  "incident commander's checklist",
  'incident commander checklist',
  "commander's checklist",
  'commander checklist',
  'ic checklist',
  'incident checklist',
  'response checklist',
]);
const title = 'Incident Commander’s Checklist';

type Tells = (document: CatalogDocument) => boolean;

/** The tasks of an incident commander, in the usual order, for teams whose template has no checklist of its own. */
const usualItems: ReadonlyArray<readonly [text: string, told?: Tells]> = [
  ['Say that you are in command, and where everybody talks'],
  ['Say in one sentence what is broken, for whom, and since when'],
  ['Set the severity', ({ metadata }) => (metadata.severity ?? '') !== ''],
  ['Get help: service owners, a scribe, someone for communications'],
  ['Ask what changed recently and what can be rolled back'],
  ['Mitigate first: roll back, fail over, shed load. Find the cause later'],
  ['Before each decision, ask for objections. Agree when to look again'],
  ['Send a status update that says when the next one comes', (document) => nextUpdate(document) !== undefined],
  ['Look after people: breaks, food, a handover before the shift ends'],
  ['Check that users see it is over, and say so'],
  ['Undo temporary changes: silenced alerts, extra capacity, open access'],
];

/**
 * Returns the checklist of a record, else the usual one, of which a record holds only the items that were checked. Items
 * of the usual one are checked too if the record tells that they are done.
 */
export function checklistOf(document: CatalogDocument): readonly ChecklistItem[] {
  const own = boxesOf(document);
  if (own.length > 0 && ourSection(document) === undefined) {
    return own;
  }
  const usual = usualItems.map(([text, tells]): ChecklistItem => {
    const told = tells?.(document) === true;
    return own.find((item) => item.text === text) ?? { text, checked: told, ...(told && { told }) };
  });
  return [...usual, ...own.filter(({ text }) => usualItems.every(([usualText]) => usualText !== text))];
}

function boxesOf(document: CatalogDocument): ChecklistItem[] {
  return document.sections
    .filter(({ title: name }) => sectionNames.has(normaliseName(name)))
    .flatMap(({ range }) => boxesBetween(document, document.lines, range.start.line, range.end.line));
}

/** The section that `checkItem` adds. */
function ourSection(document: CatalogDocument): Section | undefined {
  return document.sections.find((section) => section.title === title);
}

function boxesBetween(document: CatalogDocument, lines: Lines, first: number, last: number): ChecklistItem[] {
  return document.blocks.flatMap((block): ChecklistItem[] => {
    const { item } = block;
    if (
      item?.checked === undefined ||
      block.firstLine !== item.firstLine ||
      item.firstLine < first ||
      item.lastLine > last
    ) {
      return [];
    }
    const line = item.firstLine;
    const bracket = /\[[ xX]\]/.exec(lines.text(line))?.index;
    return bracket === undefined
      ? []
      : [
          {
            text: visibleText(inlineOf(block, document), 0, `${block.text}\n`.indexOf('\n')),
            checked: item.checked,
            mark: { start: { line, character: bracket + 1 }, end: { line, character: bracket + 2 } },
          },
        ];
  });
}

/**
 * Returns edits that check or uncheck an item, by its text. A record without a checklist gets the item at its end only: what
 * nobody used is no part of a postmortem. Empty if the item does not exist, or
 * already has that state, or if the record tells in another place that it is done.
 */
export function checkItem(document: CatalogDocument, text: string, checked: boolean): TextEdit[] {
  const item = checklistOf(document).find((other) => other.text === text);
  if (item === undefined || item.checked === checked || item.told === true) {
    return [];
  }
  if (item.mark !== undefined) {
    return [{ range: item.mark, newText: checked ? 'x' : ' ' }];
  }
  const { lines } = document;
  const { eol } = lines;
  const box = `- [x] ${text}`;
  const last = boxesOf(document).at(-1)?.mark?.end.line;
  if (last !== undefined) {
    const { end } = lines.range(last, last);
    return [{ range: { start: end, end }, newText: `${eol}${box}` }];
  }
  const ending = lines.text(lines.count - 1);
  const gap = ending.trim() === '' ? (lines.text(lines.count - 2).trim() === '' ? '' : eol) : `${eol}${eol}`;
  return [{ range: { start: lines.end, end: lines.end }, newText: `${gap}${[`## ${title}`, '', box, ''].join(eol)}` }];
}
