import type { Section } from '../../document/model.ts';
import { canonicalIds } from '../../vocabulary/vocabulary.ts';
import { isUnwritten } from '../../convention/unwritten.ts';
import { nameKey } from '../../vocabulary/section-keys.ts';
import type { Report, Rule } from './rule.ts';

/** Reports a section that is empty or contains only "TODO". */
export const emptySection: Rule = {
  id: 'empty-section',
  summary: 'A section is empty or contains only a placeholder such as TODO.',
  defaultSeverity: 'warning',
  afterwards: true,

  *check({ document, expectation }): Iterable<Report> {
    const expected = new Map(
      expectation.sections.flatMap((section) => section.keys.map((key) => [key, section] as const)),
    );
    for (const [index, section] of document.sections.entries()) {
      const keys = canonicalIds(document.kind, section.title);
      const wanted = [nameKey(section.title), ...keys]
        .map((key) => expected.get(key))
        .find((found) => found !== undefined);
      const named = keys.length > 0 || wanted !== undefined;
      if (
        section.state === 'written' ||
        !named ||
        isUnwritten(section, expectation.sections) ||
        underEmpty(document.sections, index)
      ) {
        continue;
      }
      const why =
        section.state === 'placeholder' ? 'it contains only a placeholder' : 'there is no text under its title';
      yield {
        range: section.titleRange,
        message: `Empty section: ${section.title} (${why}${wanted?.required === true ? `; ${wanted.evidence}` : ''})`,
        section: section.title,
        ...((wanted === undefined || !wanted.required) && { severity: 'information' }),
      };
    }
  },
};

/** Whether a parent section is empty as a whole; then only that one is reported. */
function underEmpty(sections: readonly Section[], index: number): boolean {
  const parent = sections[index]?.parent;
  const above = parent === undefined ? undefined : sections[parent];
  return above !== undefined && above.level > 1 && above.state !== 'written';
}
