import { fold } from '../../text/plain-text.ts';
import { slipsIn } from '../../record/timeline/order.ts';
import { statedTimes } from '../../record/timeline/stated-times.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { blocksWithin } from '../../document/block-at.ts';
import { once } from '../../util/memo.ts';
import { whole, written } from '../../vocabulary/words.ts';
import type { Timeline, TimelineEntry } from '../../record/timeline/entry.ts';
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
      const { found, newestFirst } = slipsIn(timeline);
      for (const { entry, other, where } of found) {
        // Key times with their names ("Declared: …") may be in any order; another rule compares them.
        if (
          ![entry, other].every(({ time }) => named.has(time.range.start.line)) &&
          !isExplained(document, timeline, entry)
        ) {
          yield {
            range: entry.time.range,
            about: fold(entry.time.text),
            message: `Out of order: ${fold(entry.time.text)} is ${where} ${fold(other.time.text)}, but the rest of the timeline is ${newestFirst ? 'newest first' : 'in order'}`,
          };
        }
      }
    }
  },
};

const unordered = once(() => new RegExp(whole(written(({ timeline }) => timeline.unordered)), 'iu'));

/** Whether the section of a timeline says that entries are not in order, or a note in it speaks of the time of this one. */
function isExplained(
  document: CatalogDocument,
  { section, entries }: Timeline,
  { time: { text: time } }: TimelineEntry,
): boolean {
  const range = document.sections[section ?? -1]?.range;
  const blocks = [...blocksWithin(document, range?.start.line ?? 0, range?.end.line ?? document.lines.count)];
  const starts = entries.map((entry) => entry.range.start.line);
  const clock = /\d{1,2}[:.h]\d{2}/.exec(time)?.[0] ?? time;
  return blocks.some(
    ({ type, text, firstLine, lastLine }) =>
      type !== 'code' &&
      (unordered().test(text.replace(/[\s>]+/g, ' ')) ||
        (range !== undefined && text.includes(clock) && !starts.some((line) => line >= firstLine && line <= lastLine))),
  );
}
