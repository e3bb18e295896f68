import { once } from '../../util/memo.ts';
import { anywhere, written } from '../../vocabulary/words.ts';
import { tight } from './prompts.ts';

const printed = once(() => new RegExp(`^${anywhere(written(({ wording }) => wording.printed))}`, 'iu'));

/** Prompts of shells and of databases. One in a block of commands tells what is typed from what is printed. */
const prompt =
  /^\s*(?:[$%]\s+\S|(?:\([\w.-]+\) ?)?\[?[\w.-]{1,60}@[\w.-]{1,80}[^\s$#%]{0,80}(?: [^\s$#%]{1,60})?[$#%]|(?:ba|z)?sh-[\d.]+[$#]|PS(?: [^>\n]{0,200})?>|[A-Za-z]:\\[^>\n]{0,200}>|[\w.:-]{1,40}(?:\s?\[[\w()]{1,40}\])?[=*(-]{0,2}[>#](?:\s|$)|>\s+\S)/;
function hasPrompt(line: string): boolean {
  return prompt.test(line) || tight.test(line.trimStart());
}

const goesOn = /(?:\\|\||&&|,|\()\s*$|^\s*(?:for|while|if)\b.*\bdo$|\bthen$/;
const continued = /^\s*(?:>|->|[\w]*-[>#])\s/;

/** Returns whether a text right before a block of code, or a label in it, says that what follows was printed. */
export function introducesOutput(text: string): boolean {
  const sentence = lastSentence(text).replace(/\s?[:：.。]$/, '');
  const clause = sentence.slice(Math.max(...[...sentence.matchAll(/[,;–—、，]\s*|\b(?:and|then)\s+/g)].map(end), 0));
  return sentence !== '' && (printed().test(clause) || printed().test(sentence));
}

/** Returns the last sentence of a text, without its markup. */
export function lastSentence(text: string): string {
  const plain = text.replace(/[*_`#>"“”[\]]/g, '').trim();
  return plain.slice(Math.max(...[...plain.matchAll(sentenceEnd)].map(end), 0)).trim();
}

const sentenceEnd = /(?<!\b(?:e\.g|i\.e|etc|vs|z\. ?B|ca|bzw|p\. ?e[xj]))[.!?](?=\s+\S)\s+|[。！？](?=.)|\n{2,}/gs;

function end({ 0: { length }, index }: RegExpExecArray): number {
  return index + length;
}

/**
 * Returns code with the lines that were printed turned to white space: those without a prompt, if others have one, and those below a line
 * such as "Output:".
 */
export function withoutOutput(code: string): string {
  const lines = code.split('\n');
  const prompted = lines.some((line) => hasPrompt(line) && !/^\s*>/.test(line)) || hasPrompt(lines[0] ?? '');
  let typed = false;
  let open = false;
  let until: string | undefined;
  let shown = false;
  return lines
    .map((line) => {
      const text = line.trim();
      if (until !== undefined) {
        until = text === until ? undefined : until;
        return line;
      }
      const isTyped = hasPrompt(line) || (typed && (open || continued.test(line)));
      shown = text !== '' && !isTyped && (shown || isLabel(text));
      typed = isTyped;
      if (isTyped) {
        const quotes = line.replace(/\\./g, '').match(/["']/g)?.length ?? 0;
        open = goesOn.test(line) || (quotes % 2 === 1) !== open;
        until = /<<-?\s*["']?(\w{1,40})/.exec(line)?.[1];
      }
      return shown || (prompted && !isTyped) ? line.replace(/\S/g, ' ') : line;
    })
    .join('\n');
}

function isLabel(line: string): boolean {
  return /^(?:#|--|\/\/)|[:：]$/.test(line) && introducesOutput(line.replace(/^[-#/\s]+/, ''));
}
