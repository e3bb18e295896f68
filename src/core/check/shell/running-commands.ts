import { once } from '../../util/memo.ts';
import { whole, written } from '../../vocabulary/words.ts';
import { commandNames } from './command-names.ts';

const runs = once(
  () =>
    `(?:${whole(written(({ wording }) => wording.run))}|\\b(?:Run|Rerun|Execute|Type|Enter|Invoke|Issue|Use|Then|Try|Call))`,
);
const marker = String.raw`^(?:[^\p{L}$~./\n]|\d[.)]|\[x\]){0,20}(?:[^\n:|]{1,40}:[*_]{0,2}\s+|\|\s*)?`;
const program = String.raw`(?:\$\s*)?(?:(?:${commandNames})\s|(?:\.{0,2}/|~/|[\w-]{1,40}/)[\w./-]+\s|[\w./-]{1,80}\.(?:sh|py|rb|pl|js|exe)\s|(?:SELECT|UPDATE|INSERT|DELETE|ALTER|CREATE|DROP|GRANT)\s|(?:for|while)\s.{1,80};\s*do\b|if\s\[|[A-Z][A-Z0-9_]*=)`;
/** Words that stand in sentences and not in commands. */
const prose = String.raw`(?:the|a|an|this|that|these|all|each|of|for|to|on|in|at|by|with|it|your|our|is|are)`;

/** A command in running text without code marks: a line that is one, or what follows "Run". */
const command = once(
  () =>
    new RegExp(
      `(?:${marker}|${runs()}[:,]?\\s+(?:(?:the command|this)[:,]?\\s+)?|\\s&&\\s|\\s\\|\\s)(?:${program}|(?<=${runs()}[:,]?\\s+)(?!${prose}\\s)[a-z][\\w./-]*\\s(?:(?!${prose}\\s)[^\\s$]+\\s){0,6}(?=["']?\\$\\{))[^\\n|]*`,
      'gmu',
    ),
);

/** A variable that is a part of a path or word, or the value of an option. */
const joined =
  /(?<=[\w/@]|(?<!["'>\s]\s?)=["']?|\s--?[\w-]{1,40}[= ]["']?)(?:\$\{\w+\}|\{\{[^{}\n]*\}\})|(?:\$\{\w+\}|\{\{[^{}\n]*\}\})(?=[\w/@])/g;
const tagged = /<(code|pre|kbd|samp|tt)(?:\s[^<>]*)?>[\s\S]*?<\/\1>/gi;

/** Returns text with the commands in it, and the variables that can only be those of a shell or a chart, turned to white space. */
export function withoutCommands(text: string): string {
  const blank = (match: string): string => match.replace(/[^\r\n]/g, ' ');
  const bare = text.includes('<') ? text.replace(tagged, blank) : text;
  return /\$\{|\{\{/.test(bare) ? bare.replace(command(), blank).replace(joined, blank) : bare;
}
