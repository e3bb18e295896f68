import { findZone } from '../time/zone.ts';
import { once } from '../util/memo.ts';
import type { FieldRole, TimelineColumn } from '../vocabulary/language.ts';
import { idsByName } from '../vocabulary/names.ts';
import { anyOfNames, ended, folded, whole, wordsIn, written } from '../vocabulary/words.ts';
import { fold } from '../text/plain-text.ts';

const timelineTitles = once(() => {
  const named = (column: TimelineColumn): RegExp =>
    new RegExp(whole(written(({ timeline }) => timeline[column])), 'iu');
  return {
    time: named('time'),
    day: new RegExp(`^[^\\p{L}\\p{N}]*${ended(written(({ timeline }) => timeline.day))}`, 'iu'),
    author: named('author'),
    text: named('text'),
  };
});

/** Returns whether a title says that its column holds the times, days, authors or texts of a timeline; a zone stands for times. */
export function isTimelineColumn(role: TimelineColumn, title: string): boolean {
  return timelineTitles()[role].test(title) || (role === 'time' && findZone(title) !== undefined);
}

const lengthTitle = once(
  () =>
    new RegExp(`\\b(?:elapsed|delta|offset)\\b|${whole(anyOfNames(wordsIn(({ labels }) => labels.duration)))}`, 'iu'),
);

/** Returns whether a title says that its column holds lengths of time. */
export function isLengthColumn(title: string): boolean {
  return lengthTitle().test(title);
}

const roles = idsByName<FieldRole>(({ actions }) => actions.fields, comparable);

/** A column or field that only tells of what is done: "Done?", "Completed on", "Erledigt am". */
const doneTitle = once(
  () =>
    new RegExp(
      `^(?:date |datum )?${whole(written(({ actions }) => actions.done))}(?: (?:on|at|date|am|le|el|em))?\\p{Lo}?\\??$`,
      'iu',
    ),
);

/** Returns whether what is below a title, or after it, tells since when an action item is done: "Completed on". */
export function isDoneTitle(title: string): boolean {
  return doneTitle().test(title.trim());
}

/** Returns what the column of a title, or the field of a label, tells of an action item; undefined for other titles. */
export function roleOf(title: string): FieldRole | undefined {
  const name = comparable(title);
  return (
    roles().get(name) ??
    roles().get(name.replace(/ (?:name|id|number|no|#|link)$/, '')) ??
    (isDoneTitle(title) ? 'status' : sharedRole(title))
  );
}

/**
 * Returns the role that all names of one column have, if they have the same: "Target date (ETA)", "Due / Deadline".
 * Undefined for a single name and for names with different roles.
 */
function sharedRole(title: string): FieldRole | undefined {
  const named = title.split(/[/(),&]/).map(comparable);
  const parts = named.filter((name) => name !== '').map((name) => roles().get(name));
  return parts.length > 1 && new Set(parts).size === 1 ? parts[0] : undefined;
}

function comparable(title: string): string {
  return fold(
    folded(title)
      .replace(/[-_/]/g, ' ')
      .replace(/[*:`()]/g, ' '),
  );
}
