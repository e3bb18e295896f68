import { fold } from '../../text/plain-text.ts';
import { misplacedIn } from '../../record/timeline/order.ts';
import { readTimelines } from '../../record/timeline/read.ts';
import type { Report, Rule } from './rule.ts';

/** Reports a timeline entry that comes before an earlier one or after a later one. */
export const timelineOrder: Rule = {
  id: 'timeline-order',
  summary: 'A timeline entry is out of order.',
  defaultSeverity: 'information',

  *check({ document }): Iterable<Report> {
    for (const timeline of readTimelines(document)) {
      for (const { entry, other, where } of misplacedIn(timeline)) {
        yield {
          range: entry.time.range,
          about: fold(entry.time.text),
          message: `Out of order: ${fold(entry.time.text)} is ${where} ${fold(other.time.text)}, but the rest of the timeline is in order`,
        };
      }
    }
  },
};
