import { isHardlyBegun } from '../../convention/begun.ts';
import { countCovered, hasSection } from '../../convention/coverage.ts';
import type { Expectation, Expected } from '../../convention/expectation.ts';
import { insertSections, insertSomeSections } from '../../convention/insert.ts';
import type { CatalogDocument } from '../../document/document.ts';
import type { Report, Rule } from './rule.ts';

interface MissingReport extends Report {
  readonly missing: Expected;
}

/**
 * Least probability of a kind, from 0 to 1. Below it, the form of the document must show the kind, with at least this
 * share of the required sections.
 */
const likelyKind = 0.8;
const plainForm = 2 / 3;
/** Only a document whose kind is as likely as this gets a warning. */
const sureKind = 0.9;

/** Reports an expected section that the document does not have. */
export const missingSection: Rule<MissingReport> = {
  id: 'missing-section',
  summary: 'An expected section is missing.',
  defaultSeverity: 'warning',
  afterwards: true,

  *check({ document, expectation }): Iterable<MissingReport> {
    // A file that nobody has begun is a placeholder in its folder.
    const begun = document.blocks.length > 0 || expectation.strong;
    if (!begun || !isSurelyOfItsKind(document, expectation)) {
      return;
    }
    const sure = expectation.authority === 'template' || (document.probability ?? 1) >= sureKind;
    for (const section of expectation.sections.filter(({ required }) => required)) {
      if (hasSection(document, section)) {
        continue;
      }
      yield {
        range: document.titleRange,
        message: `Missing section: ${section.title} (${section.evidence})`,
        section: section.title,
        ...(!(expectation.strong && section.firm && sure) && { severity: 'information' }),
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

function isSurelyOfItsKind(document: CatalogDocument, { authority, sections }: Expectation): boolean {
  const required = sections.filter((section) => section.required);
  return (
    authority === 'template' ||
    (document.probability ?? 1) >= likelyKind ||
    // It has only a title so far, and the folder shows what it will be.
    (document.sections.length < 2 && isHardlyBegun(document)) ||
    countCovered(document, { sections }) >= plainForm * required.length
  );
}
