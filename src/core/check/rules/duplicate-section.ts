import type { CatalogDocument } from '../../document/document.ts';
import { perDocument } from '../../document/per-document.ts';
import { groupedBy } from '../../util/grouped-by.ts';
import type { Section } from '../../document/model.ts';
import type { Lines } from '../../text/lines.ts';
import { canonicalIds } from '../../vocabulary/vocabulary.ts';
import { nameKey } from '../../vocabulary/section-keys.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import type { SectionId, SectionKey } from '../../vocabulary/section-ids.ts';

/** Sections that a document can have several times, each next to what it belongs to. */
const repeatable = new Set<SectionId>(['steps', 'verification', 'notes', 'resources', 'supporting', 'rollback']);

/** Reports two sections of the same name under the same parent. */
export const duplicateSection: Rule = {
  id: 'duplicate-section',
  summary: 'A section appears twice in the document.',
  defaultSeverity: 'information',

  *check(context): Iterable<Report> {
    const lines = context.document.lines;
    for (const [first, second] of pairs(context)) {
      const why = faultOf(context.document, lines, first, second);
      yield {
        range: second.titleRange,
        message: `Duplicate section: ${second.title} (${why ?? 'also'} on line ${first.titleRange.start.line + 1})`,
        section: second.title,
        ...(why !== undefined && { severity: 'warning' }),
      };
    }
  },
};

/** Pairs of sections that appear exactly twice under the same parent, with a name that is not the heading of a repeated part. */
function pairs({ document, expectation }: RuleContext): Array<readonly [Section, Section]> {
  const expected = new Set(expectation.sections.flatMap(({ keys }) => keys));
  const named = document.sections.filter(
    (section) => section.style === 'heading' && isSectionName(document, section, expected),
  );
  const byName = groupedBy(named, ({ parent, level, name }) => `${parent ?? -1}|${level}|${name}`);
  const repeated = [...byName.values()].filter(({ length }) => length > 1);
  const byParent = groupedBy(repeated, ([first]) => first?.parent);
  return repeated.flatMap((group) => {
    const [first, second, third] = group;
    const alone = byParent.get(first?.parent)?.length === 1;
    return first === undefined ||
      second === undefined ||
      third !== undefined ||
      !alone ||
      belongToParts(document, siblingsOf(document).get(first.parent) ?? [], first, second)
      ? []
      : [[first, second] as const];
  });
}

/** The headings of a document by their parent section. */
const siblingsOf = perDocument(({ sections }): ReadonlyMap<number | undefined, readonly Section[]> =>
  groupedBy(
    sections.filter(({ style }) => style === 'heading'),
    ({ parent }) => parent,
  ),
);

function isSectionName({ kind }: CatalogDocument, { title }: Section, expected: ReadonlySet<SectionKey>): boolean {
  const ids = canonicalIds(kind, title);
  return (ids.length > 0 || expected.has(nameKey(title))) && !ids.some((id) => repeatable.has(id));
}

/** Whether each of the two follows a heading of its own, such as the name of an alert or incident. */
function belongToParts(document: CatalogDocument, under: readonly Section[], first: Section, second: Section): boolean {
  const siblings = under.filter(({ level }) => level === first.level);
  const isOwn = (section: Section | undefined): boolean =>
    section !== undefined && canonicalIds(document.kind, section.title).length === 0;
  const between = siblings.slice(siblings.indexOf(first) + 1, siblings.indexOf(second));
  return isOwn(siblings[siblings.indexOf(first) - 1]) && between.some(isOwn);
}

/** Why one of the two is not needed, in words. */
function faultOf(document: CatalogDocument, lines: Lines, first: Section, second: Section): string | undefined {
  if (second.state !== 'written' || first.state !== 'written') {
    return second.state === 'written' ? 'the empty one is' : 'this one is empty; the other is';
  }
  return bodyOf(document, lines, first) === bodyOf(document, lines, second) ? 'same text as' : undefined;
}

function bodyOf({ text }: CatalogDocument, lines: Lines, { titleRange, range }: Section): string {
  return text.slice(lines.offsetAt(titleRange.end), lines.offsetAt(range.end)).replace(/\s+/g, ' ').trim();
}
