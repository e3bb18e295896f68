import type { CatalogDocument } from '../document/document.ts';
import { isDocumentKind, matterOf, nounOf, pluralOf, tellsProcedure, type Kind } from '../vocabulary/kind.ts';
import { normaliseName } from '../vocabulary/normalise.ts';
import { builtInConventions, genericTemplates } from '../team/templates/builtin/index.ts';
import { hasSection } from './coverage.ts';
import { customShare, fewestNeighbours, type Neighbourhood } from './neighbourhood.ts';
import { excusedBy, isShapedApart } from './shapes.ts';
import type { TeamTemplate } from '../team/template-file.ts';
import type { Convention, ExpectedSection } from '../team/templates/template.ts';
import { sectionKeys } from '../vocabulary/section-keys.ts';
import type { SectionId } from '../vocabulary/section-ids.ts';

/** A section that one document should have, and the evidence for that in words. */
export interface Expected extends ExpectedSection {
  readonly evidence: string;
  /** Whether the evidence is strong enough for a warning. */
  readonly firm: boolean;
}

/** Whose word an expectation is: a team's template, the custom of the documents around, or a built-in convention. */
export type Authority = 'template' | 'custom' | 'convention';

/** What one document should contain. */
export interface Expectation {
  readonly authority: Authority;
  /** The team's template, or the built-in one that comes nearest. */
  readonly convention: Convention;
  /** In the order in which such documents have them. Optional ones are included. */
  readonly sections: readonly Expected[];
  /** Whether the document or its neighbours show that they follow the convention. */
  readonly strong: boolean;
}

/** A runbook with this many characters of text says something, whatever its form. */
const generousProse = 600;
/** So many section names that only one convention uses show that a document follows it. */
const enoughMarkers = 2;

/**
 * What a runbook or postmortem should contain: what the team's template says, where one governs it; else what is customary
 * among its neighbours, unless the document is plainly built another way; else the built-in convention that its own
 * section names show, or the generic one of its kind, less what most neighbours lack.
 */
export function expectationOf(
  document: CatalogDocument,
  neighbourhood: Neighbourhood,
  template?: TeamTemplate,
): Expectation {
  if (template !== undefined) {
    return byTemplate(template);
  }
  const customary = neighbourhood.customFor(document);
  const marked = byMarkers(document, customary);
  const otherwise = marked ?? genericConvention(document.kind);
  const { template: nearest } = neighbourhood.conventionFor(document) ?? otherwise;
  const custom: Convention = { template: nearest, sections: customary };
  const follows =
    custom.sections.length > 0 &&
    !isShapedApart(document, neighbourhood) &&
    (resembles(document, custom, demandable(document, otherwise, marked !== undefined)) ||
      (marked === undefined && !hasOwnStructure(document, custom)));
  const convention = follows ? custom : otherwise;
  const strong = follows || marked !== undefined;
  const all = sectionsOf(document, convention, neighbourhood, follows);
  const sections = follows ? all : excused(document, all);
  return {
    authority: follows ? 'custom' : 'convention',
    convention,
    strong,
    sections: strong ? sections : sections.map((section) => relax(document, section)),
  };
}

function byTemplate({ convention, name, file }: TeamTemplate): Expectation {
  const evidence = `required by the template ${name}, ${file}`;
  return {
    authority: 'template',
    convention,
    strong: true,
    sections: convention.sections.map((section) => ({ ...section, evidence, firm: true })),
  };
}

/**
 * Whether a document has a third of what sets its neighbours' custom apart from what is expected of it otherwise. Only that
 * counts, so that inserting what is expected otherwise does not make the custom apply. A custom that asks for less than
 * the convention that the document shows is followed.
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

/** What could be asked of a document without its neighbours' custom; of one that shows no convention and tells what to do only how. */
function demandable(document: CatalogDocument, { sections }: Convention, marked: boolean): readonly ExpectedSection[] {
  return tellsProcedure(document) && !marked ? sections.filter(({ keys }) => keys.includes('steps')) : sections;
}

/** Whether a document is built on sections of its own making; then its neighbours' custom was never meant for it. */
function hasOwnStructure({ kind, sections }: CatalogDocument, custom: Convention): boolean {
  const known = new Set(custom.sections.flatMap(({ keys }) => keys));
  const foreign = sections
    .filter(({ style, level }) => style === 'heading' && level > 1)
    .map(({ title }) => sectionKeys(kind, title))
    .filter((keys) => !keys.some((key) => known.has(key)));
  return foreign.length >= 2 || foreign.some((keys) => keys.includes('steps'));
}

/** What a document does without by the way in which it is written is not required of it. */
function excused(document: CatalogDocument, sections: readonly Expected[]): readonly Expected[] {
  const without = excusedBy(document);
  return sections.map((section) =>
    section.keys.some((key) => without.has(key)) ? { ...section, required: false } : section,
  );
}

/**
 * Where nothing shows a convention, only what any such document needs is expected, in whatever form it comes: what tells what to do
 * needs some procedure; the summary of what happened may be its opening paragraph.
 */
function relax(document: CatalogDocument, section: Expected): Expected {
  switch (matterOf(document)) {
    case 'incident':
      return section.keys.includes('summary') && document.signals.introLength > 0
        ? { ...section, required: false }
        : section;
    case 'procedure':
      return { ...section, required: section.keys.includes('steps') && !saysWhatToDo(document) };
    case undefined:
      return section;
  }
}

/** Whether a document says what to do in some form, under whatever titles. */
function saysWhatToDo(document: CatalogDocument): boolean {
  const { signals, sections, keys } = document;
  return (
    showsSteps(document) ||
    signals.proseLength > generousProse ||
    sections.filter(({ style }) => style === 'heading').length > 2 ||
    procedural.some((key) => keys.has(key))
  );
}

/** Sections that tell what to do, one way or another. */
const procedural: readonly SectionId[] = ['mitigation', 'diagnosis', 'verification'];

/** An opening of so many characters tells what happened. */
const fullOpening = 200;

/** Whether a document says elsewhere what belongs into a section: steps under any title, a postmortem's summary at its beginning. */
function isAnswered(document: CatalogDocument, { keys }: ExpectedSection): boolean {
  return (
    (keys.includes('steps') && showsSteps(document)) ||
    (keys.includes('summary') && document.signals.introLength >= fullOpening)
  );
}

/** So many boxes to tick are a procedure. */
const enoughTasks = 3;

/** Whether a document tells what to do in commands, numbered steps or headings, or boxes to tick, under whatever title. */
function showsSteps({ signals, sections, blocks }: CatalogDocument): boolean {
  return (
    signals.commandBlocks > 0 ||
    signals.orderedItems > 1 ||
    sections.filter(({ title, level }) => level > 1 && /^\W*(?:step |\p{L}{1,40} )?\d{1,2}\s*[.):—–-]/iu.test(title))
      .length > 1 ||
    blocks.filter(({ item }) => item?.checked !== undefined).length >= enoughTasks
  );
}

function sectionsOf(
  document: CatalogDocument,
  convention: Convention,
  neighbourhood: Neighbourhood,
  follows: boolean,
): Expected[] {
  const { folder } = neighbourhood;
  const total = neighbourhood.documents.length;
  const kinds = pluralOf(document.kind);
  const place = folder === '' ? 'this repository' : `${folder}/`;
  return convention.sections.map((section): Expected => {
    if (total < fewestNeighbours) {
      return { ...section, evidence: ownEvidence(document, convention), firm: true };
    }
    const having = neighbourhood.having(section);
    const share = neighbourhood.shareOf(section, document);
    const custom = share >= customShare;
    const evidence =
      custom || follows ? `${having} of ${total} ${kinds} in ${place} have it` : ownEvidence(document, convention);
    const required = section.required && custom && !isAnswered(document, section);
    return { ...section, required, evidence, firm: neighbourhood.isFirm(section, document) };
  });
}

function ownEvidence(document: CatalogDocument, convention: Convention): string {
  const { name } = convention.template;
  const shown = document.sections
    .filter(({ title }) => markersOf(convention).has(normaliseName(title)))
    .map(({ title }) => title);
  return shown.length >= enoughMarkers
    ? `part of the ${name} convention, like ${shown.slice(0, 2).join(' and ')}`
    : `every ${nounOf(document.kind)} should have it`;
}

/**
 * The convention whose own section names, those that no other convention of the kind uses, the document has. Only such
 * names count: adding a section that one convention lacks can then never make a document look like another. Nor do names
 * that are customary around it: adding what is customary never makes a document look built another way.
 */
function byMarkers(document: CatalogDocument, customary: readonly ExpectedSection[]): Convention | undefined {
  const known = new Set(customary.flatMap(({ keys }) => keys));
  const names = new Set(
    document.sections
      .filter(({ title }) => !sectionKeys(document.kind, title).some((key) => known.has(key)))
      .map(({ name }) => name),
  );
  const scored = candidatesFor(document.kind)
    .map((convention) => ({ convention, count: [...markersOf(convention)].filter((name) => names.has(name)).length }))
    .filter(({ count }) => count >= enoughMarkers)
    .toSorted((a, b) => b.count - a.count);
  return scored[0]?.convention;
}

/** Steps are no mark: any procedure may have them, and the fix for a runbook without one inserts them. */
const markers: ReadonlyMap<Convention, ReadonlySet<string>> = new Map(
  builtInConventions.map((convention) => {
    const others = builtInConventions.filter(
      (other) => other !== convention && other.template.kind === convention.template.kind,
    );
    const taken = new Set(['steps', ...others.flatMap(namesOf)]);
    return [convention, new Set(namesOf(convention).filter((name) => !taken.has(name)))] as const;
  }),
);

function namesOf({ sections }: Convention): string[] {
  return sections.map(({ title }) => normaliseName(title));
}

function markersOf(convention: Convention): ReadonlySet<string> {
  return markers.get(convention) ?? new Set();
}

function candidatesFor(kind: Kind): Convention[] {
  return builtInConventions.filter(({ template }) => template.kind === kind);
}

function genericConvention(kind: Kind): Convention {
  const generic = isDocumentKind(kind) ? genericTemplates[kind] : undefined;
  const found = builtInConventions.find(({ template }) => template === generic);
  if (found === undefined) {
    throw new Error(`There is no convention for documents of kind ${kind}`);
  }
  return found;
}
