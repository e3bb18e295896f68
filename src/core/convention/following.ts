import type { CatalogDocument } from '../document/document.ts';
import { taskTitle } from '../document/kind/titles.ts';
import { wordsOf } from '../document/kind/words.ts';
import type { Convention, ExpectedSection } from '../team/templates/template.ts';
import { tellsProcedure } from '../vocabulary/kind.ts';
import { sectionKeys } from '../vocabulary/section-keys.ts';
import { isHardlyBegun } from './begun.ts';
import { hasSection } from './coverage.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { othersOf } from './others.ts';

/** Input for the decision whether a document follows a custom. */
export interface Case {
  readonly document: CatalogDocument;
  readonly custom: Convention;
  readonly neighbourhood: Neighbourhood;
  /** The built-in convention for it without the custom. */
  readonly otherwise: Convention;
  /** Whether its own section names show that convention. */
  readonly marked: boolean;
}

/**
 * Returns whether the custom of its neighbours applies to a document: it has half of the custom's sections, or a third of those that are
 * special to it, or no structure of its own, and is no note. The page of a task among pages of another form is asked for nothing that those have.
 */
export function followsCustom({ document, custom, neighbourhood, otherwise, marked }: Case): boolean {
  const required = custom.sections.filter((section) => section.required);
  if (required.length === 0) {
    return false;
  }
  // A section that was inserted, but is not written yet, shows no structure.
  const written = required.filter((section) => !section.keys.includes('steps') && hasWritten(document, section));
  if (written.length * 2 >= required.length) {
    return true;
  }
  if (written.length * 3 < required.length && isOnlyTask(document, neighbourhood)) {
    return false;
  }
  return (
    resembles(document, custom, demandable(document, otherwise, marked)) ||
    (!marked && !hasOwnStructure(document, custom) && isNoNote(document))
  );
}

/** Characters of text in a procedure that is more than begun; a few lines may tell an incident. */
const shortestNote = 150;

/** Whether a page is no note, such as some lines of text that say where to look or what happened, without sections and steps. */
function isNoNote(document: CatalogDocument): boolean {
  const { proseLength, orderedItems, commandBlocks } = document.signals;
  return tellsProcedure(document)
    ? document.sections.length > 1 || proseLength < shortestNote || orderedItems + commandBlocks > 0
    : isHardlyBegun(document);
}

function hasWritten({ keys, sections }: CatalogDocument, expected: ExpectedSection): boolean {
  return expected.keys.some((key) => keys.get(key)?.some((index) => sections[index]?.state === 'written') === true);
}

/** Whether a document is named after a task, and most of the others are not. */
function isOnlyTask(document: CatalogDocument, neighbourhood: Neighbourhood): boolean {
  const others = othersOf({ document, neighbourhood });
  return isTask(document) && others.filter(isTask).length * 2 < others.length;
}

function isTask(document: CatalogDocument): boolean {
  return tellsProcedure(document) && document.title.includes(' ') && taskTitle().test(wordsOf(document.title));
}

/**
 * Whether a document has at least a third of the sections that are special to the custom of its neighbours. Other expected sections do
 * not count: inserting them must not make the custom apply. A custom with fewer sections than the convention of the document always
 * applies.
 */
function resembles(document: CatalogDocument, custom: Convention, otherwise: readonly ExpectedSection[]): boolean {
  const common = new Set(otherwise.flatMap(({ keys }) => keys));
  const required = custom.sections.filter((section) => section.required);
  const apart = required.filter(({ keys }) => !keys.some((key) => common.has(key)));
  if (apart.length === 0) {
    return true;
  }
  const telling = apart.filter((section) => hasSection(document, section) && !section.keys.includes('steps'));
  return telling.length >= apart.length / 3;
}

/**
 * The sections to expect without the custom of the neighbours. A document that shows no convention and has instructions needs only
 * instructions.
 */
function demandable(document: CatalogDocument, { sections }: Convention, marked: boolean): readonly ExpectedSection[] {
  return tellsProcedure(document) && !marked ? sections.filter(({ keys }) => keys.includes('steps')) : sections;
}

/** Whether a document has a structure of its own, so the custom of its neighbours does not apply. */
function hasOwnStructure({ kind, sections }: CatalogDocument, custom: Convention): boolean {
  const known = new Set(custom.sections.flatMap(({ keys }) => keys));
  const foreign = sections
    .filter(({ style, level }) => style === 'heading' && level > 1)
    .map(({ title }) => sectionKeys(kind, title))
    .filter((keys) => !keys.some((key) => known.has(key)));
  return foreign.length >= 2 || foreign.some((keys) => keys.includes('steps'));
}
