import { trimmedEnd } from '../../text/ends.ts';
import { fold } from '../../text/plain-text.ts';
import { once } from '../../util/memo.ts';
import type { FieldRole } from '../../vocabulary/language.ts';
import { idsByName } from '../../vocabulary/names.ts';
import { anywhere, folded, plain, written } from '../../vocabulary/words.ts';
import { isPlaceholder } from '../../vocabulary/placeholder.ts';

export type { FieldRole } from '../../vocabulary/language.ts';

const roles = idsByName<FieldRole>(({ actions }) => actions.fields, comparable);

/** The role that a column's title or a field's label names. */
export function roleOf(title: string): FieldRole | undefined {
  const name = comparable(title);
  return roles().get(name) ?? roles().get(name.replace(/ (?:name|id|number|no|#|link)$/, ''));
}

function comparable(title: string): string {
  return fold(
    folded(title)
      .replace(/[-_/]/g, ' ')
      .replace(/[*:`()]/g, ' '),
  );
}

const nothing = once(() => new RegExp(`^${anywhere(plain(({ actions }) => actions.nothing))}$`, 'iu'));

/** Whether a text names no follow-up: "None", "N/A", a placeholder, or a template's prompt that was left in. */
export function isNoItem(markdown: string): boolean {
  const text = markdown.trim();
  const folded = fold(
    text
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase(),
  ).replace(/^[^\p{L}\p{N}]+/u, '');
  const bare = trimmedEnd(folded, /[^\p{L}\p{N}]/u);
  return (
    !/[\p{L}\p{N}]/u.test(text) ||
    nothing().test(bare) ||
    isPlaceholder(text) ||
    /\{\{[^{}]*\}\}|^<[^<>@:/]+>|^\[(?:action|item|todo|describe|task|follow)[^\]]*\](?![(:[])/i.test(text) ||
    /^(?:action item|item|task|follow[- ]up|action)(?: ?#?\d+)?[.:…]*$/i.test(bare)
  );
}

const unnamed = once(
  () => new RegExp(`^(?:${anywhere(written(({ actions }) => actions.nobody))}|-+|–|—|\\?+|x+|\\.{2,}|…)$`, 'iu'),
);

/** Whether a value stands for no value: "TBD", "?", "unassigned", `<name>`. */
export function isNoValue(text: string): boolean {
  const bare = text.replace(/[*_`]/g, '').trim();
  return (
    bare === '' ||
    unnamed().test(bare) ||
    isPlaceholder(bare) ||
    /^[@[<{(]+\s*(?:(?:name|owner|team|tbd|who|person)\s*)?[>}\])]*$/i.test(bare)
  );
}
