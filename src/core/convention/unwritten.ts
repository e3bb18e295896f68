import type { Section } from '../document/model.ts';
import { builtInHelp } from '../team/templates/builtin/index.ts';
import { withoutMark, type ExpectedSection } from '../team/templates/template.ts';

/** Text of an inserted section without help. */
export const generalHelp = 'To be written. The other documents of this folder show what belongs here.';

/**
 * Returns whether a section contains only the help of its template, and possibly other comments. Such a section is work in progress, not
 * a finding: the author has just inserted it.
 * @param expected the sections of the document's template; those of built-in templates are always known.
 */
export function isUnwritten(section: Section, expected: readonly ExpectedSection[] = []): boolean {
  return (
    section.state === 'blank' &&
    section.comments.some(
      (comment) =>
        builtInHelp().has(comment) ||
        comment === generalHelp ||
        expected.some(({ help }) => help !== '' && withoutMark(help) === withoutMark(comment)),
    )
  );
}
