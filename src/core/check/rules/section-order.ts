import { readDocument } from '../../document/document.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import type { Finding } from '../../text/finding.ts';
import { moveSections } from '../../document/move.ts';
import { misplaced, type Misplaced } from '../../convention/order.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** A section that stands in another place than where a reader looks for it. */
export const sectionOrder: Rule = {
  id: 'section-order',
  summary: 'The sections stand in another order than that of the template or of the documents around.',
  defaultSeverity: 'information',

  *check(context): Iterable<Report> {
    for (const { section, anchor, side, evidence } of misplaced(context)) {
      yield {
        range: section.titleRange,
        message: `Section out of order: ${section.title} should ${side === 'behind' ? 'follow' : 'stand before'} ${anchor.title} (${evidence})`,
        section: section.title,
      };
    }
  },

  fix(context, finding) {
    const moves = movesFor(context, [finding]);
    const edits = editsFor(context, moves);
    const [move] = moves;
    return (
      edits &&
      move && {
        title: `Move ${move.section.title} ${move.side} ${move.anchor.title}`,
        edits,
      }
    );
  },

  fixAll(context, findings) {
    const moves = movesFor(context, findings);
    const edits = editsFor(context, moves);
    return edits && { title: `Put ${moves.length === 1 ? 'the section' : `${moves.length} sections`} in order`, edits };
  },
};

/** The moves that answer findings, in the expected order. */
function movesFor(context: RuleContext, findings: readonly Finding[]): Misplaced[] {
  const lines = new Set(findings.map(({ range }) => range.start.line));
  return misplaced(context).filter(({ section }) => lines.has(section.titleRange.start.line));
}

/** The moves as edits, where they leave nothing of what they are to mend. */
function editsFor(context: RuleContext, moves: readonly Misplaced[]): readonly TextEdit[] | undefined {
  const { document } = context;
  const edits = moveSections(document, moves);
  if (edits === undefined) {
    return undefined;
  }
  const after = readDocument(document, applyEdits(document.text, edits), document);
  const left = misplaced({ ...context, document: after }).length;
  return left === misplaced(context).length - moves.length ? edits : undefined;
}
