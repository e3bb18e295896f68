import type { Section } from '../document/model.ts';
import { builtInHelp } from '../team/templates/builtin/index.ts';
import { withoutMark, type ExpectedSection } from '../team/templates/template.ts';

/** What an inserted section says where nobody wrote down what belongs there. */
export const generalHelp = 'To be written. The other documents of this folder show what belongs here.';

/**
 * Whether a section holds the help of its template and, but for other comments, nothing else: its author has been told what
 * belongs there and has not written it yet. Such a section is work in progress, shown as such, and no finding: the author
 * asked for it a moment ago.
 * @param expected the sections of the document's template; those of the built-in templates are known anyway.
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
