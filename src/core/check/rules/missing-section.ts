import { hasSection } from '../../convention/coverage.ts';
import type { Expected } from '../../convention/expectation.ts';
import { insertSections, insertSomeSections } from '../../convention/insert.ts';
import type { Report, Rule } from './rule.ts';

interface MissingReport extends Report {
  readonly missing: Expected;
}

/** Reports an expected section that the document does not have. */
export const missingSection: Rule<MissingReport> = {
  id: 'missing-section',
  summary: 'An expected section is missing.',
  defaultSeverity: 'warning',
  afterwards: true,

  *check({ document, expectation }): Iterable<MissingReport> {
    // A file that nobody has begun is a placeholder in its folder.
    if (document.blocks.length === 0 && !expectation.strong) {
      return;
    }
    for (const section of expectation.sections.filter(({ required }) => required)) {
      if (hasSection(document, section)) {
        continue;
      }
      yield {
        range: document.titleRange,
        message: `Missing section: ${section.title} (${section.evidence})`,
        section: section.title,
        ...(!(expectation.strong && section.firm) && { severity: 'information' }),
        fix: () => {
          const edits = insertSections(document, expectation.sections, [section]);
          return edits && { title: `Insert section ${section.title}`, edits };
        },
        missing: section,
      };
    }
  },

  fixAll({ document, expectation }, reports) {
    const sections = reports.map(({ missing }) => missing);
    const edits = insertSections(document, expectation.sections, sections);
    const some = edits ?? insertSomeSections(document, expectation.sections, sections) ?? [];
    return {
      title:
        sections.length === 1
          ? `Insert section ${sections[0]?.title}`
          : edits === undefined
            ? 'Insert the missing sections that can be inserted'
            : `Insert all ${sections.length} missing sections`,
      edits: some,
    };
  },
};
