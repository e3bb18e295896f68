import { oneLine } from '../../text/one-line.ts';
import { commandsOf } from '../../check/shell/commands-of.ts';
import { destructionOf, type Destruction } from '../../check/shell/destructive.ts';

/** Returns whether a text can be placed in a terminal: one line without control characters and without invisible ones. */
export function isTerminalLine(text: string): boolean {
  return text.trim() !== '' && oneLine(text) === text;
}

/** Returns whether all shells read a command in the same way: it has only words. */
export function isWordsOnly(text: string): boolean {
  return /^[\w./:@+,= -]+$/.test(text);
}

/** Returns what a command destroys, in any of its parts; undefined if nothing. */
export function destructionIn(text: string): Destruction | undefined {
  for (const { text: command } of commandsOf(text)) {
    const found = destructionOf(command);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
