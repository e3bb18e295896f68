import { once } from '../../util/memo.ts';
import { whole, written } from '../../vocabulary/words.ts';
import { commandNames } from './command-names.ts';

/** The start of a line, up to its first word, and up to the value of a label or cell. */
const lead = String.raw`^(?:[^\p{L}$~./]|\d[.)]|\[x\]){0,20}(?:[^:|]{1,40}:[*_]{0,2}\s+|.{0,200}\|\s*)?`;
const program = String.raw`(?:\$\s*)?(?:(?:${commandNames})\s|(?:\.{0,2}/|~/|[\w-]{1,40}/)[\w./-]+\s|[\w./-]{1,80}\.(?:sh|py|rb|pl|js|exe)\s|(?:SELECT|UPDATE|INSERT|DELETE|ALTER|CREATE|DROP|GRANT)\s|(?:for|while)\s.{1,80};\s*do\b|if\s\[|[A-Z][A-Z0-9_]*=)`;
/** Words of a command that no list knows: none that stands between the words of a sentence. */
const others = String.raw`(?:(?!(?:the|an?|this|that|these|all|each|of|for|to|on|in|at|by|with|it|your|our|is|are)\s)[a-z][\w./-]*\s){1,6}["']?$`;

/**
 * Text before a part of a command in running text: a line that is a command, or a verb such as "Run" with its command.
 */
const command = once(
  () =>
    new RegExp(
      `(?:${lead}|\\s&&\\s|\\s\\|\\s)${program}|(?:${whole(written(({ wording }) => wording.run))}|\\b(?:Run|Execute|Type|Enter|Invoke|Issue|Use|Then|Try|Call))[:,]?\\s+(?:(?:the command|this)[:,]?\\s+)?(?:${program}|${others})`,
      'u',
    ),
);
/** Before a variable that is a part of a path or word, or the value of an option. */
const joined = /[\w/@]$|[^"'>\s]=["']?$|\s--?[\w-]{1,40}[= ]["']?$/;
const open = /<(?:code|pre|kbd|samp|tt)(?:\s[^<>]{0,80})?>(?:[^<]|<(?!\/))*$/i;

/** Longer lines are cut. */
const longest = 400;

/** Returns whether a variable in running text is part of a command, by the text of its line before it and the text after it. */
export function isInCommand(text: string, index: number, length: number): boolean {
  const before = text.slice(Math.max(0, index - longest), index);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return joined.test(line) || /[\w/@]/.test(text.charAt(index + length)) || open.test(before) || command().test(line);
}
