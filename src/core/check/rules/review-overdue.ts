import { add, formatISO, parseISO } from 'date-fns';
import { description, integer, minValue, number, optional, pipe } from 'valibot';
import { reviewOf } from '../facts/review.ts';
import { optionsOf, type Report, type Rule } from './rule.ts';

const options = {
  graceDays: optional(
    pipe(
      number(),
      integer(),
      minValue(0),
      description('Number of days that a review may be late before it is reported.'),
    ),
    0,
  ),
};

/** Reports a document whose review date has passed. */
export const reviewOverdue: Rule = {
  id: 'review-overdue',
  summary: 'The review date in the document has passed.',
  defaultSeverity: 'information',
  groupedBy: 'folder',
  options,

  *check(context): Iterable<Report> {
    const review = reviewOf(context.document);
    const { graceDays } = optionsOf(reviewOverdue, options, context);
    if (
      review !== undefined &&
      formatISO(add(parseISO(review.due), { days: graceDays }), { representation: 'date' }) < context.today
    ) {
      yield { range: review.range, about: '', message: `Review overdue since ${review.due}: ${review.declared}` };
    }
  },
};
