import { readDocument, type CatalogDocument } from '../../document/document.ts';
import { titleWithoutDate } from '../links/add-links.ts';
import { linkText, linkTo } from '../../document/links/destination.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { parseDocument } from '../../document/parse.ts';
import { appendTo, keepsSections } from '../../document/append.ts';
import { insertFilled, type FilledSection } from '../../convention/insert-filled.ts';
import type { ExpectedSection } from '../../team/templates/template.ts';
import type { LessonTopic, Quotation } from './quotation.ts';
import { renderQuotations } from './render.ts';
import type { RunbookSection } from '../../vocabulary/section-ids.ts';

/** The keys of sections that a topic belongs to, best first. */
const homes: Readonly<Record<LessonTopic, readonly RunbookSection[]>> = {
  meaning: ['meaning', 'when-to-use'],
  impact: ['impact', 'meaning', 'when-to-use'],
  causes: ['causes'],
  diagnosis: ['diagnosis', 'steps'],
  mitigation: ['mitigation', 'steps'],
};

/**
 * Titles of new sections, for topics that neither the runbook nor its expected sections have a place for. A topic
 * without a title gets no such section.
 */
const titles: Readonly<Partial<Record<LessonTopic, string>>> = {
  meaning: 'Meaning',
  impact: 'Impact',
  diagnosis: 'Diagnosis',
  mitigation: 'Mitigation',
};

/** Returns where a topic is in a runbook: in a section by its position, or in a new one of a title. Undefined if it has no place. */
export function homeOf(
  { sections, keys }: CatalogDocument,
  expected: readonly ExpectedSection[],
  topic: LessonTopic,
): number | string | undefined {
  const title = sections.find(({ style }) => style === 'heading');
  const isSection = (index: number): boolean => sections[index] !== title || title?.level !== 1;
  for (const key of homes[topic]) {
    const found = (keys.get(key) ?? []).filter(isSection);
    const heading = found.find((index) => sections[index]?.style === 'heading') ?? found[0];
    if (heading !== undefined) {
      return heading;
    }
    const wanted = expected.find((section) => section.keys.includes(key));
    if (wanted !== undefined) {
      return wanted.title;
    }
  }
  return titles[topic];
}

/**
 * Returns edits that add quotations of a record at the end of their sections in a runbook; missing sections are inserted. Undefined if
 * other text would change its meaning.
 * @param named whether the quotations are introduced by the name of the record; else only by its lines.
 */
export function placeQuotations(
  runbook: CatalogDocument,
  record: CatalogDocument,
  quotations: readonly Quotation[],
  expected: readonly ExpectedSection[],
  named: boolean,
): TextEdit[] | undefined {
  const groups = new Map<number | string, Quotation[]>();
  for (const quotation of quotations) {
    const home = homeOf(runbook, expected, quotation.topic);
    if (home !== undefined) {
      groups.set(home, [...(groups.get(home) ?? []), quotation]);
    }
  }
  const lead = named ? `${introduction(runbook, record)}\n\n` : '';
  const appended: TextEdit[] = [];
  const inserted: FilledSection[] = [];
  const texts: string[] = [];
  for (const [home, found] of groups) {
    const text = lead + renderQuotations(found, record, runbook);
    texts.push(text);
    if (typeof home === 'number') {
      appended.push(appendTo(runbook, home, text));
    } else {
      inserted.push({ title: home, text });
    }
  }
  const insertions = inserted.length === 0 ? [] : insertFilled(runbook, expected, inserted);
  const edits = insertions && [...appended, ...insertions];
  return edits !== undefined && works(runbook, edits, inserted, texts) ? edits : undefined;
}

function introduction(runbook: CatalogDocument, record: CatalogDocument): string {
  const { date } = record.metadata;
  const link = `[${linkText(titleWithoutDate(record))}](${linkTo(runbook, record)})`;
  return date === undefined ? `From the incident ${link}:` : `From the incident of ${linkText(date)}, ${link}:`;
}

/** Every section that was there is there, no other than those inserted, and each text is read as what it was made to be. */
function works(
  runbook: CatalogDocument,
  edits: readonly TextEdit[],
  inserted: readonly FilledSection[],
  texts: readonly string[],
): boolean {
  const after = readDocument(runbook, applyEdits(runbook.text, edits), runbook);
  const found = new Map<string, number>();
  for (const block of after.blocks) {
    found.set(saying(block), (found.get(saying(block)) ?? 0) + 1);
  }
  const wanted = texts.flatMap((text) => parseDocument(text, 'quoted.md').blocks.map(saying));
  return (
    keepsSections(runbook, after, new Set(inserted.map(({ title }) => title))) &&
    wanted.every((block) => (found.get(block) ?? 0) > 0)
  );
}

function saying({ type, text, quoted }: CatalogDocument['blocks'][number]): string {
  return `${type} ${quoted} ${text.replace(/\s+/g, ' ').trim()}`;
}
