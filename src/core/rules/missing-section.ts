import { hasSection } from '../conventions/coverage.ts';
import type { Expected } from '../conventions/expectation.ts';
import { insertSections } from '../sections/insert.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** An expected section that the document does not have. */
export const missingSection: Rule = {
  id: 'missing-section',
  defaultSeverity: 'warning',

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

  fixAll(context) {
    const sections = missing(context);
    const edits = insertSections(context.document, context.expectation.sections, sections);
    return edits && { title: `Insert all ${sections.length} missing sections`, edits };
  },
};

function missing({ document, expectation }: RuleContext): Expected[] {
  return expectation.sections.filter((section) => section.required && !hasSection(document, section));
}
