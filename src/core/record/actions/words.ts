import { fold } from '../../text/plain-text.ts';
import { once } from '../../util/memo.ts';
import type { ActionWords, FieldRole } from '../../vocabulary/language.ts';
import { idsByName } from '../../vocabulary/names.ts';
import { anywhere, folded, whole, written } from '../../vocabulary/words.ts';

/** The words of all languages for something, as a part of a pattern with the flag `u`: whole words, with accents or without. */
export function wordsFor(name: Exclude<keyof ActionWords, 'fields'>): string {
  return whole(written(({ actions }) => actions[name]));
}

/** The names of a field or column in all languages, as `wordsFor`. */
export function namesFor(role: FieldRole): string {
  return anywhere(written(({ actions }) => actions.fields[role].replaceAll('?', '\\?')));
}

const roles = idsByName<FieldRole>(({ actions }) => actions.fields, comparable);

/** A column or field that only tells of what is done: "Done?", "Completed on", "Erledigt am". */
const doneTitle = once(
  () => new RegExp(`^(?:date |datum )?${wordsFor('done')}(?: (?:on|at|date|am|le|el|em))?\\p{Lo}?\\??$`, 'iu'),
);

/** Whether what stands below a title, or behind it, tells since when something is done: "Completed on". */
export function isDoneTitle(title: string): boolean {
  return doneTitle().test(title.trim());
}

/** The role that a column's title or a field's label names. */
export function roleOf(title: string): FieldRole | undefined {
  const name = comparable(title);
  return (
    roles().get(name) ??
    roles().get(name.replace(/ (?:name|id|number|no|#|link)$/, '')) ??
    (isDoneTitle(title) ? 'status' : undefined)
  );
}

function comparable(title: string): string {
  return fold(
    folded(title)
      .replace(/[-_/]/g, ' ')
      .replace(/[*:`()]/g, ' '),
  );
}
