import { fold } from '../../text/plain-text.ts';
import { misplacedIn } from '../../record/timeline/order.ts';
import { statedTimes } from '../../record/timeline/stated-times.ts';
import { readTimelines } from '../../record/timeline/read.ts';
import type { Report, Rule } from './rule.ts';

/** Reports a timeline entry that comes before an earlier one or after a later one. */
export const timelineOrder: Rule = {
  id: 'timeline-order',
  summary: 'A timeline entry is out of order.',
  defaultSeverity: 'information',

  *check({ document }): Iterable<Report> {
    const named = new Set(
      statedTimes(document)
        .flatMap(({ times }) => times)
        .filter(({ label, range: { start } }) => document.lines.text(start.line).indexOf(label) < start.character)
        .map(({ range }) => range.start.line),
    );
    for (const timeline of readTimelines(document)) {
      for (const { entry, other, where } of misplacedIn(timeline)) {
        // Key times with their names ("Declared: …") may be in any order; another rule compares them.
        if (![entry, other].every(({ time }) => named.has(time.range.start.line))) {
          yield {
            range: entry.time.range,
            about: fold(entry.time.text),
            message: `Out of order: ${fold(entry.time.text)} is ${where} ${fold(other.time.text)}, but the rest of the timeline is in order`,
          };
        }
      }
    }
  },
};
