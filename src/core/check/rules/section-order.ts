import { readDocument } from '../../document/document.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { moveSections } from '../../document/move.ts';
import { misplaced, type Misplaced } from '../../convention/order.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** A misplaced section, together with all others of the document. */
interface OrderReport extends Report {
  readonly move: Misplaced;
  readonly all: readonly Misplaced[];
}

/** Reports a section that is out of order. */
export const sectionOrder: Rule<OrderReport> = {
  id: 'section-order',
  summary: 'Sections are out of order, compared with the template or the documents around it.',
  defaultSeverity: 'information',

  *check(context): Iterable<OrderReport> {
    const all = misplaced(context);
    for (const move of all) {
      const { section, anchor, side, evidence } = move;
      yield {
        range: section.titleRange,
        message: `Section out of order: ${section.title} should ${side === 'behind' ? 'come after' : 'come before'} ${anchor.title} (${evidence})`,
        section: section.title,
        fix: () => {
          const edits = editsFor(context, [move], all);
          return edits && { title: `Move ${section.title} ${side} ${anchor.title}`, edits };
        },
        move,
        all,
      };
    }
  },

  fixAll(context, reports) {
    const moves = reports.map(({ move }) => move);
    const edits = editsFor(context, moves, reports[0]?.all ?? []);
    return edits && { title: `Put ${moves.length === 1 ? 'the section' : `${moves.length} sections`} in order`, edits };
  },
};

/** Edits for some of all moves; undefined if they do not fix exactly these. */
function editsFor(
  context: RuleContext,
  moves: readonly Misplaced[],
  all: readonly Misplaced[],
): readonly TextEdit[] | undefined {
  const { document } = context;
  const edits = moveSections(document, moves);
  if (edits === undefined) {
    return undefined;
  }
  const after = readDocument(document, applyEdits(document.text, edits), document);
  const left = misplaced({ ...context, document: after }).length;
  return left === all.length - moves.length ? edits : undefined;
}
