import type { CatalogDocument } from '../../document/document.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import { visibleText } from '../../text/inline.ts';
import { inlineOf } from '../../document/inline.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';

/** An item of the incident commander's checklist. */
export interface ChecklistItem {
  readonly text: string;
  readonly checked: boolean;
  /** What is between the brackets of its box; absent while the record does not have the list. */
  readonly mark?: Range;
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

/** What an incident commander sees to, in the usual order, for teams whose template has no checklist of its own. */
const usualItems: readonly string[] = [
  'Say that you are in command, and where everybody talks',
  'Say in one sentence what is broken, for whom, and since when',
  'Set the severity',
  'Get help: owners of the services, a scribe, somebody for communications',
  'Ask what changed lately, and what could be taken back',
  'Stop the harm first: roll back, fail over, shed load; find the cause later',
  'Before each decision ask who objects; afterwards agree when to look again',
  'Send a status update, and say when the next one comes',
  'Look after people: breaks, food, a hand-over before the shift ends',
  'Check from the users’ side that it is over, and say so',
  'Take back what was only meant for now: silenced alerts, extra capacity, open access',
];

/** Returns the checklist of a record, or the usual one, unchecked. */
export function checklistOf(document: CatalogDocument): readonly ChecklistItem[] {
  const { lines } = document;
  const own = document.sections
    .filter(({ title: name }) => sectionNames.has(normaliseName(name)))
    .flatMap(({ range }) => boxesBetween(document, lines, range.start.line, range.end.line));
  return own.length > 0 ? own : usualItems.map((text) => ({ text, checked: false }));
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
 * Returns edits that check or uncheck an item, by its text. A record without a checklist gets the usual one at its end. Empty if the item
 * does not exist, or already has that state.
 */
export function checkItem(document: CatalogDocument, text: string, checked: boolean): TextEdit[] {
  const items = checklistOf(document);
  const item = items.find((other) => other.text === text);
  if (item === undefined || item.checked === checked) {
    return [];
  }
  if (item.mark !== undefined) {
    return [{ range: item.mark, newText: checked ? 'x' : ' ' }];
  }
  const { lines } = document;
  const { eol } = lines;
  const list = items.map((other) => `- [${other.text === text ? 'x' : ' '}] ${other.text}`);
  const last = lines.text(lines.count - 1);
  const gap = last.trim() === '' ? (lines.text(lines.count - 2).trim() === '' ? '' : eol) : `${eol}${eol}`;
  return [
    { range: { start: lines.end, end: lines.end }, newText: `${gap}${[`## ${title}`, '', ...list, ''].join(eol)}` },
  ];
}
