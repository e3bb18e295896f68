import { fold } from '../../text/plain-text.ts';
import { once } from '../../util/memo.ts';
import { actionOwnersOf } from './follow-ups.ts';
import type { ActionItem } from './item.ts';
import { wordsFor } from './words.ts';

/** Stands for a fact in a text. */
const mark = '\0';

/** Words that name facts and nothing else, at the start or end of a text in which a mark stands for each fact. */
const beside = once(() => {
  const names = (['owner', 'assigned', 'due', 'by', 'ticket'] as const).map(wordsFor).join('|');
  const fact = `(?:(?:${names}|see)\\s?[:=]?\\s?)?[@#]?${mark}`;
  const several = `${fact}(?:\\s?[,;|/·&+–—-]?\\s?${fact}){0,8}`;
  return {
    start: new RegExp(`^[([]?${several}[)\\]]?\\s?(?::|[–—-]\\s)\\s?`, 'iu'),
    end: new RegExp(
      `(?:\\s?[([]${several}[)\\]]|\\s?[,;|/·–—]\\s?${several}|\\s-\\s${several}|[.:]\\s${several})\\.?$`,
      'iu',
    ),
  };
});

/**
 * Returns the text of an action item without what names its owner, due date and tickets in brackets or after a sign at its end, or before a
 * colon: "Add a worker (owner: Ada, OPS-1)" is "Add a worker".
 */
export function actionLabel(item: ActionItem): string {
  const whole = fold(item.text.replaceAll(mark, ' '));
  const facts = [item.owner, item.due, ...item.tracking]
    .flatMap((fact) => (fact === undefined ? [] : [fact.text]))
    .concat(actionOwnersOf(item))
    .map(fold)
    .filter((fact) => fact.length > 1)
    .toSorted((a, b) => b.length - a.length);
  if (facts.length === 0) {
    return whole;
  }
  const any = facts.map((fact) => fact.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const found: string[] = [];
  const marked = whole.replaceAll(new RegExp(any, 'g'), (fact) => {
    found.push(fact);
    return mark;
  });
  const started = marked.replace(beside().start, '');
  let at = found.length - started.split(mark).length + 1;
  let text = started;
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(beside().end, '');
  }
  text = text.replaceAll(mark, () => found[at++] ?? '');
  return /\p{L}{2}/u.test(text) ? text : whole;
}

/** Returns a name for a narrow place: the initials of one with several words: "Ada Lovelace" is "AL". */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return words.length > 1 && words.length <= 4
    ? words.map((word) => [...word][0]?.toLocaleUpperCase() ?? '').join('')
    : name;
}
