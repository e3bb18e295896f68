import { readDocument, type CatalogDocument, type DocumentPlace } from '../../document/document.ts';
import { linkIncident } from '../links/add-links.ts';
import { linkText, linkTo } from '../../document/links/destination.ts';
import { setFields } from '../../document/facts/set-fields.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { ownLines } from '../../document/append.ts';
import { render, type Variables } from '../../team/templates/render.ts';
import { conventionOf, type Template } from '../../team/templates/template.ts';
import { gather } from './gather.ts';
import { homeOf, placeQuotations } from './place.ts';

/** The input of a draft. */
export interface DraftRequest {
  readonly template: Template;
  /** The place of the new document in the root of the record. */
  readonly place: DocumentPlace;
  /** The template's variables; those that are not given stay empty for the author. */
  readonly variables: Variables;
}

/**
 * Returns the text of a new runbook from a postmortem: the template, with quotations of the record in their sections, marked as a draft,
 * with the record among its past incidents. Sections without quotations keep their help.
 */
export function draftRunbook(record: CatalogDocument, { template, place, variables }: DraftRequest): string {
  const { sections: expected } = conventionOf(template);
  const quotations = gather(record);
  let draft = read(place, blankForm(template, variables));
  const change = (edits: readonly TextEdit[] | undefined): void => {
    draft = read(place, applyEdits(draft.text, edits ?? []));
  };
  const filled = new Set(quotations.map(({ topic }) => homeOf(draft, expected, topic)));
  change(linkIncident(draft, record));
  change(emptied(draft, filled));
  change(placeQuotations(draft, record, quotations, expected, false));
  change([note(draft, record)]);
  change(setFields(draft, [{ key: 'status', names: ['status'], value: 'draft' }]));
  return draft.text;
}

function read(place: DocumentPlace, text: string): CatalogDocument {
  return readDocument(place, text, { kind: 'runbook', why: 'made as one' });
}

/** The template with its variables filled in, and without the lines to write on that `render` makes. */
function blankForm(template: Template, variables: Variables): string {
  const { text, tabStops } = render(template, variables);
  const made = new Set(tabStops.map(({ line }) => line));
  return text
    .split('\n')
    .filter((_, line) => !made.has(line))
    .join('\n');
}

/** Edits that take the help out of sections that are about to be filled. */
function emptied(draft: CatalogDocument, filled: ReadonlySet<number | string | undefined>): TextEdit[] {
  const { lines } = draft;
  return draft.sections.flatMap(({ state, style }, index): TextEdit[] => {
    const { first, last } = ownLines(draft, index);
    return filled.has(index) && state !== 'written' && style === 'heading' && first <= last
      ? [{ range: { start: lines.range(first - 1, first - 1).end, end: lines.range(last, last).end }, newText: '' }]
      : [];
  });
}

/** Returns the edit that adds a note for readers, above everything else, that the document is a draft. */
function note(draft: CatalogDocument, record: CatalogDocument): TextEdit {
  const { lines } = draft;
  const { eol } = lines;
  const text = [
    `> **Draft.** The quotations below come from [${linkText(record.title)}](${linkTo(draft, record)}). They are not a procedure yet.`,
    '> Which alert or symptom leads here? Is each step still correct? Rewrite the text in your own words. Then delete this note and the status.',
  ].join(eol);
  const heading = draft.sections.find(({ style, level }) => style === 'heading' && level === 1);
  const line = heading?.titleRange.end.line ?? draft.frontMatter?.range.end.line;
  if (line === undefined) {
    return { range: lines.range(0, -1), newText: `${text}${eol}${eol}` };
  }
  const { end } = lines.range(line, line);
  const followed = line + 1 < lines.count && lines.text(line + 1).trim() !== '';
  return { range: { start: end, end }, newText: `${eol}${eol}${text}${followed ? eol : ''}` };
}
