import { trimmedEnd } from '../../text/ends.ts';
import { trimmed, within, type Span } from '../../text/span.ts';
import type { Said } from './said.ts';

/** Returns a label in running text, with what parts it from its value: "owner: Ada", "**Due:** Friday", "[due:: 2024-04-01]", "【担当】山田". */
export function labelPattern(names: string): RegExp {
  const marks = '(?:\\*\\*|__|[*_])?';
  return new RegExp(`【${names}】\\s*:?\\s*|${names}${marks}\\s*(?:::?|=)${marks}\\s*`, 'giu');
}

/** The end of a label's value, whatever the value is. */
const valueEnd =
  /(?:\s[-–—|/]\s|[,;|)\]【】]|\.\s|\s{2,}|\s(?:\*\*|__)|(?:due|status|eta|deadline|priority|ticket)\b[:=]|<br|✅|☑|✔|✓|📅|⏳|:white_check_mark:|$)/iu;

/**
 * Returns what comes after a label, up to where something else begins, without emphasis; undefined if nothing does.
 * @param ownEnd where values of this kind end besides.
 */
export function valueFrom({ span, text }: Said, at: number, ownEnd: RegExp): Span | undefined {
  const rest = text.slice(at, at + 120);
  const end = Math.min(valueEnd.exec(rest)?.index ?? rest.length, ownEnd.exec(rest)?.index ?? rest.length);
  const value = trimmed(within(span, at, at + end));
  const marks = /^[*_`[]*/.exec(value.text)?.[0].length ?? 0;
  const bare = within(value, marks, Math.max(marks, trimmedEnd(value.text, /[*_`.。]/).length));
  return bare.text === '' ? undefined : bare;
}
