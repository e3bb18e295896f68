import type { Section } from '../../document/model.ts';
import { canonicalIds } from '../../vocabulary/vocabulary.ts';
import { fillsSection, hasSection } from '../../convention/coverage.ts';
import type { Expected } from '../../convention/expectation.ts';
import { customShare, fewestNeighbours } from '../../convention/neighbourhood.ts';
import { othersInWords, othersOf } from '../../convention/others.ts';
import { unfilledCopy } from '../../convention/unfilled.ts';
import { isUnwritten } from '../../convention/unwritten.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { perDocument } from '../../document/per-document.ts';
import { isDraft } from '../../record/status.ts';
import { nameKey } from '../../vocabulary/section-keys.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** Reports a section that is empty or contains only "TODO". */
export const emptySection: Rule = {
  id: 'empty-section',
  summary: 'A section is empty or contains only a placeholder such as TODO.',
  defaultSeverity: 'warning',
  afterwards: true,

  *check(context): Iterable<Report> {
    const { document, expectation, templates } = context;
    const copy = unfilledCopy(document, templates, othersOf(context), expectation.sections);
    if (copy !== undefined) {
      yield {
        range: document.titleRange,
        about: '',
        message: `This is an unfilled copy: ${copy.empty} of its ${copy.total} sections are empty or contain only a placeholder`,
        severity: 'information',
      };
      return;
    }
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
        isStillToBeWritten(section, context) ||
        underEmpty(document.sections, index) ||
        isLabel(document.sections, index)
      ) {
        continue;
      }
      const why =
        section.state === 'placeholder' ? 'it contains only a placeholder' : 'there is no text under its title';
      const required = wanted?.required === true ? wanted : undefined;
      const left = required && leftByOthers(required, context);
      const evidence = left ?? required?.evidence;
      yield {
        range: section.titleRange,
        message: `Empty section: ${section.title} (${why}${evidence === undefined ? '' : `; ${evidence}`})`,
        section: section.title,
        ...((required === undefined || left !== undefined) && { severity: 'information' }),
      };
    }
  },
};

/** Whether a section of a draft has only comments, or only what its template page has there. */
function isStillToBeWritten(section: Section, { document, templates, inReview }: RuleContext): boolean {
  const { status } = document.metadata;
  return (
    inReview !== true &&
    isDraft(status) &&
    ((section.state === 'blank' && section.comments.length > 0) ||
      templates.some((template) => bodiesOf(template).has(bodyOf(section, document))))
  );
}

const bodiesOf = perDocument(
  (page: CatalogDocument): ReadonlySet<string> => new Set(page.sections.map((section) => bodyOf(section, page))),
);

/** The title of a section and what is below it, white space folded. */
function bodyOf({ name, titleRange, range }: Section, { lines }: CatalogDocument): string {
  const below = lines.slice({ start: lines.clamp(titleRange.end.line + 1, 0), end: range.end });
  return `${name}\n${below.replace(/\s+/g, ' ').trim()}`;
}

/**
 * Returns the number of others that filled a section, in words, if many left it empty too: then it is no custom to fill
 * it. Undefined if it is one, or if a template requires the section.
 */
function leftByOthers(section: Expected, context: RuleContext): string | undefined {
  const having = othersOf(context).filter((other) => hasSection(other, section));
  const filled = having.filter((other) => fillsSection(other, section)).length;
  const custom = having.length < fewestNeighbours - 1 || filled >= customShare * having.length;
  return custom || context.expectation.authority === 'template'
    ? undefined
    : `${filled} of ${having.length} ${othersInWords(context)} with it have filled it in`;
}

/** Whether a parent section is empty as a whole; then only that one is reported. */
function underEmpty(sections: readonly Section[], index: number): boolean {
  const parent = sections[index]?.parent;
  const above = parent === undefined ? undefined : sections[parent];
  return above !== undefined && above.level > 1 && above.state !== 'written';
}

/**
 * Whether a title is the label of those of its own rank after it, as "Symptom: slow jobs" above "Decision tree": it has a colon or a
 * number, and the next title follows several such titles of the document.
 */
function isLabel(sections: readonly Section[], index: number): boolean {
  const { title = '', name = '', state, level } = sections[index] ?? {};
  const label = labelIn(title);
  const next = followerOf(sections, index);
  return (
    state !== 'placeholder' &&
    label !== undefined &&
    next !== undefined &&
    labelIn(next.title) === undefined &&
    sections.filter((other) => other.name === name).length === 1 &&
    sections.filter(
      (other, at) =>
        other.level === level && labelIn(other.title) === label && followerOf(sections, at)?.name === next.name,
    ).length > 1
  );
}

/** Returns the text before the colon or number of a title; undefined if it has neither. */
function labelIn(title: string): string | undefined {
  const [, before, numbered] = /^([^:：\d]{0,30})(?:[:：]\s*\S|(\d))/.exec(title) ?? [];
  return before === undefined ? undefined : `${before.trim().toLowerCase()}${numbered === undefined ? ':' : ''}`;
}

/** The heading right after a section, of the same rank. */
function followerOf(sections: readonly Section[], index: number): Section | undefined {
  const next = sections[index + 1];
  return next?.style === 'heading' && next.level === sections[index]?.level ? next : undefined;
}
