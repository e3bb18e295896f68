import { hasSection } from '../../convention/coverage.ts';
import type { Expected } from '../../convention/expectation.ts';
import { insertSections, insertSomeSections } from '../../convention/insert.ts';
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
    const expected = context.expectation.sections;
    const edits = insertSections(context.document, expected, sections);
    const some = edits ?? insertSomeSections(context.document, expected, sections) ?? [];
    return {
      title:
        sections.length === 1
          ? `Insert section ${sections[0]?.title}`
          : edits === undefined
            ? 'Insert the missing sections that have a place'
            : `Insert all ${sections.length} missing sections`,
      edits: some,
    };
  },
};

function missing({ document, expectation }: RuleContext): Expected[] {
  return expectation.sections.filter((section) => section.required && !hasSection(document, section));
}
