import { conflictRule, conflictsOf } from '../../document/conflicts.ts';
import type { Report, Rule } from './rule.ts';

/** Reports an unresolved merge conflict. While a document has one, no other rule checks it; see `check`. */
export const mergeConflict: Rule = {
  id: conflictRule,
  summary: 'The document contains an unresolved merge conflict.',
  defaultSeverity: 'error',

  *check({ document }): Iterable<Report> {
    for (const { range, ours, theirs } of conflictsOf(document)) {
      const sides = ours === '' || theirs === '' ? '' : ` between ${ours} and ${theirs}`;
      yield {
        range,
        about: '',
        message: `Merge conflict${sides}: keep the correct text and remove the lines <<<<<<<, ======= and >>>>>>>. No other rule checks this document until then`,
      };
    }
  },
};
