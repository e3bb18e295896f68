import type { CatalogDocument } from '../catalog/document.ts';
import type { Section } from '../model/document.ts';
import { Lines } from '../model/lines.ts';
import { canonicalIds } from '../sections/vocabulary.ts';
import { nameKey } from '../templates/template.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** Sections of which a document may well have several, each beside what it belongs to. */
const repeatable = new Set(['steps', 'verification', 'notes', 'resources', 'supporting', 'rollback']);

/** Two sections of the same name beside each other. */
export const duplicateSection: Rule = {
  id: 'duplicate-section',
  summary: 'A section stands in the document twice.',
  defaultSeverity: 'information',

  *check(context): Iterable<Report> {
    for (const [first, second] of pairs(context)) {
      const why = faultOf(context.document, first, second);
      yield {
        range: second.titleRange,
        message: `Duplicate section: ${second.title} (${why ?? 'it also stands'} on line ${first.titleRange.start.line + 1})`,
        section: second.title,
        ...(why !== undefined && { severity: 'warning' }),
      };
    }
  },
};

/** The sections that stand twice, not thrice, in one section, under a name that is no heading of one part among several. */
function pairs({ document, expectation }: RuleContext): Array<readonly [Section, Section]> {
  const expected = new Set(expectation.sections.flatMap(({ keys }) => keys));
  const byName = new Map<string, Section[]>();
  for (const section of document.sections) {
    if (section.style === 'heading' && isSectionName(document, section, expected)) {
      const key = `${section.parent ?? -1}|${section.level}|${section.name}`;
      byName.set(key, [...(byName.get(key) ?? []), section]);
    }
  }
  const repeated = [...byName.values()].filter(({ length }) => length > 1);
  return repeated.flatMap((group) => {
    const [first, second, third] = group;
    const alone = repeated.every((other) => other === group || !sameParent(other, group));
    return first === undefined ||
      second === undefined ||
      third !== undefined ||
      !alone ||
      belongToParts(document, first, second)
      ? []
      : [[first, second] as const];
  });
}

function isSectionName({ kind }: CatalogDocument, { title }: Section, expected: ReadonlySet<string>): boolean {
  const ids = canonicalIds(kind, title);
  return (ids.length > 0 || expected.has(nameKey(title))) && !ids.some((id) => repeatable.has(id));
}

function sameParent([a]: readonly Section[], [b]: readonly Section[]): boolean {
  return a?.parent === b?.parent;
}

/** Whether each of the two stands behind a heading of the document's own, such as an alert's or an incident's name. */
function belongToParts(document: CatalogDocument, first: Section, second: Section): boolean {
  const siblings = document.sections.filter(
    ({ style, level, parent }) => style === 'heading' && level === first.level && parent === first.parent,
  );
  const isOwn = (section: Section | undefined): boolean =>
    section !== undefined && canonicalIds(document.kind, section.title).length === 0;
  const between = siblings.slice(siblings.indexOf(first) + 1, siblings.indexOf(second));
  return isOwn(siblings[siblings.indexOf(first) - 1]) && between.some(isOwn);
}

/** What makes one of the two plainly superfluous, in words. */
function faultOf(document: CatalogDocument, first: Section, second: Section): string | undefined {
  if (second.state !== 'written' || first.state !== 'written') {
    return second.state === 'written' ? 'the one that says nothing is' : 'this one says nothing; the other is';
  }
  return bodyOf(document, first) === bodyOf(document, second) ? 'it says the same as the one' : undefined;
}

function bodyOf({ text }: CatalogDocument, { titleRange, range }: Section): string {
  const lines = new Lines(text);
  return text.slice(lines.offsetAt(titleRange.end), lines.offsetAt(range.end)).replace(/\s+/g, ' ').trim();
}
