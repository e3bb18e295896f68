import { conflictRule, conflictsOf } from '../../document/conflicts.ts';
import type { Report, Rule } from './rule.ts';

/** A place that git could not merge. While a document has one, no other rule looks at it; see `check`. */
export const mergeConflict: Rule = {
  id: conflictRule,
  summary: 'Git could not merge a part of the document and left both versions in it.',
  defaultSeverity: 'error',

  *check({ document }): Iterable<Report> {
    for (const { range, ours, theirs } of conflictsOf(document)) {
      const sides = ours === '' || theirs === '' ? '' : ` between ${ours} and ${theirs}`;
      yield {
        range,
        about: '',
        message: `Merge conflict${sides}: keep what is right and take out the lines <<<<<<<, ======= and >>>>>>>; until then nothing is read from this document`,
      };
    }
  },
};
