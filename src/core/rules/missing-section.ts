import { hasSection } from '../conventions/coverage.ts';
import type { Expected } from '../conventions/expectation.ts';
import { insertSections } from '../sections/insert.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** An expected section that the document does not have. */
export const missingSection: Rule = {
  id: 'missing-section',
  summary: 'An expected section is missing.',
  defaultSeverity: 'warning',
  afterwards: true,

  *check(context): Iterable<Report> {
    for (const section of missing(context)) {
      yield {
        range: context.document.titleRange,
        message: `Missing section: ${section.title} (${section.evidence})`,
        section: section.title,
        ...(!(context.expectation.strong && section.firm) && { severity: 'information' }),
      };
    }
  },

  fix(context, finding) {
    const sections = missing(context).filter(({ title }) => title === finding.section);
    const edits = insertSections(context.document, context.expectation.sections, sections);
    return edits && { title: `Insert section ${finding.section}`, edits };
  },

  fixAll(context, findings) {
    const wanted = new Set(findings.map(({ section }) => section));
    const sections = missing(context).filter(({ title }) => wanted.has(title));
    const edits = insertSections(context.document, context.expectation.sections, sections);
    return (
      edits && {
        title:
          sections.length === 1
            ? `Insert section ${sections[0]?.title}`
            : `Insert all ${sections.length} missing sections`,
        edits,
      }
    );
  },
};

function missing({ document, expectation }: RuleContext): Expected[] {
  return expectation.sections.filter((section) => section.required && !hasSection(document, section));
}
