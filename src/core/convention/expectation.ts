import type { CatalogDocument } from '../document/document.ts';
import { isDocumentKind, matterOf, nounOf, pluralOf, type Kind } from '../vocabulary/kind.ts';
import { normaliseName } from '../vocabulary/normalise.ts';
import { builtInConventions, genericTemplates } from '../team/templates/builtin/index.ts';
import { once } from '../util/memo.ts';
import { beginsWithSummary, isAnswered, saysWhatToDo } from './answered.ts';
import { isHardlyBegun } from './begun.ts';
import { countCovered, hasSection } from './coverage.ts';
import { followsCustom } from './following.ts';
import { topLevelOf } from './learned.ts';
import { isUsualNear } from './near.ts';
import { isRenamed } from './renamed.ts';
import { fewestNeighbours, type Neighbourhood } from './neighbourhood.ts';
import { siblingsOf } from './others.ts';
import { excusedBy, isShapedApart } from './shapes.ts';
import { withStandIns } from './stand-ins.ts';
import { followedPage, fulfilsAnother } from './template-page.ts';
import type { TeamTemplate } from '../team/template-file.ts';
import type { Convention, ExpectedSection } from '../team/templates/template.ts';
import type { SectionId, SectionKey } from '../vocabulary/section-ids.ts';
import { sectionKeys } from '../vocabulary/section-keys.ts';

/** A section that a document should have, and the evidence for it in words. */
export interface Expected extends ExpectedSection {
  readonly evidence: string;
  /** Whether the evidence is strong enough for a warning. */
  readonly firm: boolean;
}

/** Source of an expectation: a team template, the custom of the neighbours, or a built-in convention. */
export type Authority = 'template' | 'custom' | 'convention';

/** The sections that a document should have. */
export interface Expectation {
  readonly authority: Authority;
  /** The team template, or the closest built-in one. */
  readonly convention: Convention;
  /** In the usual order, with optional sections. */
  readonly sections: readonly Expected[];
  /** Whether the document or its neighbours clearly follow the convention. */
  readonly strong: boolean;
}

/** Number of section names of only one convention that show that a document follows it. */
const enoughMarkers = 2;
/**
 * Least probability of its kind, from 0 to 1, at which a lone record is checked for the sections that every record
 * should have.
 */
const surelyRecord = 0.95;
/** This many others without a section show that it is not used there. */
const tellingOthers = 3;
/** Fewer others in the same folder show nothing. */
const fewestSiblings = 2;
/** Sections that complete a document, but are no loss to anybody in an incident. */
const minor: ReadonlySet<SectionKey> = new Set<SectionId>(['resources', 'notes', 'supporting', 'messaging', 'stats']);

/**
 * Returns the sections that a runbook or postmortem should have. A team template that applies to it decides first. Next come the
 * repository's own template page, if its documents follow it, and the customary sections of its neighbours, unless the document is clearly
 * built differently. Otherwise it is the built-in convention that its own section names show, or the generic one of its kind, without the
 * sections that most neighbours do not have.
 * @param pages the template pages of the repository.
 */
export function expectationOf(
  document: CatalogDocument,
  neighbourhood: Neighbourhood,
  template?: TeamTemplate,
  pages: readonly CatalogDocument[] = [],
): Expectation {
  if (template !== undefined) {
    return byTemplate(template);
  }
  const page = followedPage(document, neighbourhood, pages);
  const customary = page?.sections ?? neighbourhood.customFor(document);
  const marked = byMarkers(document, customary);
  const otherwise = marked ?? genericConvention(document.kind);
  const { template: nearest } = neighbourhood.conventionFor(document) ?? otherwise;
  const custom: Convention = { template: nearest, sections: customary };
  const follows =
    custom.sections.length > 0 &&
    !isShapedApart(document, neighbourhood) &&
    followsCustom({ document, custom, neighbourhood, otherwise, marked: marked !== undefined });
  const convention = follows ? custom : otherwise;
  const strong = follows || marked !== undefined;
  const all = sectionsOf(document, convention, neighbourhood, follows ? (page?.path ?? '') : undefined);
  const asked = all.filter(({ required }) => required).length;
  const complete = page === undefined && fulfilsAnother(document, pages, asked);
  const sections = complete
    ? all.map((section) => ({ ...section, required: false }))
    : follows
      ? all
      : excused(document, all);
  return {
    authority: follows ? 'custom' : 'convention',
    convention,
    strong,
    sections: strong ? sections : relaxed(document, sections, neighbourhood),
  };
}

function byTemplate({ convention, name, file }: TeamTemplate): Expectation {
  const evidence = `required by the template ${name}, ${file}`;
  return {
    authority: 'template',
    convention,
    strong: true,
    sections: withStandIns(convention.sections).map((section) => ({ ...section, evidence, firm: true })),
  };
}

/** Sections that a document does not need because of its form are not required. */
function excused(document: CatalogDocument, sections: readonly Expected[]): readonly Expected[] {
  const without = excusedBy(document);
  return sections.map((section) =>
    section.keys.some((key) => without.has(key)) ? { ...section, required: false } : section,
  );
}

/**
 * If nothing shows a convention, only what every such document needs is expected, in any form: steps in a procedure; in a record of an incident
 * what its other sections show to be left out, and what is in use there. Its summary may be its opening paragraph.
 */
function relaxed(document: CatalogDocument, sections: readonly Expected[], neighbourhood: Neighbourhood): Expected[] {
  const alone = neighbourhood.documents.length < fewestNeighbours;
  // If the kind of the document was set, everything is checked.
  const isUsual =
    !alone ||
    document.probability === undefined ||
    isHardlyBegun(document) ||
    // With none of the usual sections it has a form of its own: a story, a notice, minutes.
    (document.probability >= surelyRecord && countCovered(document, { sections }) > 0);
  const isNeeded = (section: Expected): boolean => {
    switch (matterOf(document)) {
      case 'incident':
        return (
          isUsual &&
          !(section.keys.includes('summary') && beginsWithSummary(document)) &&
          !(alone && isUnused(document, section, neighbourhood))
        );
      case 'procedure':
        return section.keys.includes('steps') && !saysWhatToDo(document);
      case undefined:
        return true;
    }
  };
  return sections.map((section) => ({ ...section, required: section.required && isNeeded(section) }));
}

function isUnused(document: CatalogDocument, section: Expected, neighbourhood: Neighbourhood): boolean {
  return neighbourhood.documents.length > tellingOthers && neighbourhood.shareOf(section, document) === 0;
}

/** @param followed the path of the template page or an empty text where the document follows its neighbours; else undefined. */
function sectionsOf(
  document: CatalogDocument,
  convention: Convention,
  neighbourhood: Neighbourhood,
  followed: string | undefined,
): Expected[] {
  const { folder } = neighbourhood;
  const total = neighbourhood.documents.length;
  const kinds = pluralOf(document.kind);
  const place = folder === '' ? 'this repository' : `${folder}/`;
  const all = withStandIns(convention.sections);
  const siblings = siblingsOf({ document, neighbourhood });
  const near = neighbourhood.nearOf(
    document,
    all.filter(({ required }) => required),
  );
  return all.map((section): Expected => {
    const own = followed ? `part of the template page ${followed}` : undefined;
    if (total < fewestNeighbours) {
      const required = section.required && !isElsewhere(document, section, all);
      return { ...section, required, evidence: own ?? ownEvidence(document, convention), firm: own === undefined };
    }
    const having = neighbourhood.having(section);
    const custom = neighbourhood.isCustomary(section, document);
    const counted = `${having} of ${total} ${kinds} in ${place} have it`;
    const evidence =
      own === undefined
        ? custom || followed !== undefined
          ? counted
          : ownEvidence(document, convention)
        : `${own}; ${counted}`;
    const required =
      section.required &&
      (custom || own !== undefined) &&
      !isUnusualAmong(siblings, section) &&
      (near === undefined || isUsualNear(section, near, own !== undefined)) &&
      !isElsewhere(document, section, all);
    return {
      ...section,
      required,
      evidence,
      firm: !section.keys.some((key) => minor.has(key)) && neighbourhood.isFirm(section, document),
    };
  });
}

/** Whether most of the other documents in the same folder do without a section. */
function isUnusualAmong(siblings: readonly CatalogDocument[], section: ExpectedSection): boolean {
  const having = siblings.filter((sibling) => hasSection(sibling, section)).length;
  return siblings.length >= fewestSiblings && having * 2 < siblings.length;
}

/** Whether a section that the document does not have under its name is there in another form. */
function isElsewhere(document: CatalogDocument, section: ExpectedSection, all: readonly ExpectedSection[]): boolean {
  return isAnswered(document, section) || (!hasSection(document, section) && isRenamed(document, section, all));
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
 * The convention whose own section names the document has. Only names that no other convention of the kind uses count: then adding a
 * section of one convention never makes a document look like another. Customary names of the neighbours do not count either: adding them
 * never makes a document look different.
 */
function byMarkers(document: CatalogDocument, customary: readonly ExpectedSection[]): Convention | undefined {
  const known = new Set(customary.flatMap(({ keys }) => keys));
  const names = new Set(
    // The heading of a detail says nothing of the form.
    topLevelOf(document.sections, true)
      .filter(({ title }) => !sectionKeys(document.kind, title).some((key) => known.has(key)))
      .map(({ name }) => name),
  );
  const scored = candidatesFor(document.kind)
    .map((convention) => ({ convention, count: [...markersOf(convention)].filter((name) => names.has(name)).length }))
    .filter(({ count }) => count >= enoughMarkers)
    .toSorted((a, b) => b.count - a.count);
  return scored[0]?.convention;
}

/** Steps are not a marker: any procedure can have them, and the fix for a runbook without steps inserts them. */
const markers = once(
  (): ReadonlyMap<Convention, ReadonlySet<string>> =>
    new Map(
      builtInConventions().map((convention) => {
        const others = builtInConventions().filter(
          (other) => other !== convention && other.template.kind === convention.template.kind,
        );
        const taken = new Set(['steps', ...others.flatMap(namesOf)]);
        return [convention, new Set(namesOf(convention).filter((name) => !taken.has(name)))] as const;
      }),
    ),
);

function namesOf({ sections }: Convention): string[] {
  return sections.map(({ title }) => normaliseName(title));
}

function markersOf(convention: Convention): ReadonlySet<string> {
  return markers().get(convention) ?? new Set();
}

function candidatesFor(kind: Kind): Convention[] {
  return builtInConventions().filter(({ template }) => template.kind === kind);
}

function genericConvention(kind: Kind): Convention {
  const generic = isDocumentKind(kind) ? genericTemplates[kind] : undefined;
  const found = builtInConventions().find(({ template }) => template === generic);
  if (found === undefined) {
    throw new Error(`There is no convention for documents of kind ${kind}`);
  }
  return found;
}
