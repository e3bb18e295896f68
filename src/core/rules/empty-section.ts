import type { Section } from '../model/document.ts';
import { canonicalIds } from '../sections/vocabulary.ts';
import { isUnwritten } from '../sections/unwritten.ts';
import type { Report, Rule } from './rule.ts';

/** A section that has a title and says nothing, or only "TODO". */
export const emptySection: Rule = {
  id: 'empty-section',
  defaultSeverity: 'warning',

  *check({ document, expectation }): Iterable<Report> {
    const expected = new Map(
      expectation.sections.flatMap((section) => section.keys.map((key) => [key, section] as const)),
    );
    for (const [index, section] of document.sections.entries()) {
      const keys = canonicalIds(document.kind, section.title);
      const wanted = keys.map((key) => expected.get(key)).find((found) => found !== undefined);
      const named = keys.length > 0 || expected.has(`=${section.name}`);
      if (section.state === 'written' || !named || isUnwritten(section) || underEmpty(document.sections, index)) {
        continue;
      }
      const why = section.state === 'placeholder' ? 'it only holds a placeholder' : 'nothing stands under it';
      yield {
        range: section.titleRange,
        message: `Empty section: ${section.title} (${why}${wanted?.required === true ? `; ${wanted.evidence}` : ''})`,
        section: section.title,
        ...((wanted === undefined || !wanted.required) && { severity: 'information' }),
      };
    }
  },
};

/** Whether a section stands in one that is empty as a whole, which is then the one to name. */
function underEmpty(sections: readonly Section[], index: number): boolean {
  const parent = sections[index]?.parent;
  const above = parent === undefined ? undefined : sections[parent];
  return above !== undefined && above.level > 1 && above.state !== 'written';
}
