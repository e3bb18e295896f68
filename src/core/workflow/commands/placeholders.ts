import { matchesOf } from '../../text/matches.ts';
import { isUsualVariable, variableKey, type Given } from './given-names.ts';
import { marksIn } from './marks.ts';
import { scan, type Surrounding } from './scan.ts';
import { isSecretName } from './secret-names.ts';
import type { ShellFamily } from './shell-family.ts';

/** A part of a command for which a value is asked. Offsets are in the text of the command. */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
  /** As it is written: `<pod name>`, `$POD_NAME`. */
  readonly written: string;
  /** `pod name`, `POD_NAME`. */
  readonly name: string;
  /** The same for all ways to write a name: `pod-name`. */
  readonly key: string;
  /** Whether it can stay as it is, because the shell may know it. */
  readonly isVariable: boolean;
  /** A secret is never remembered and never logged. */
  readonly secret: boolean;
  readonly surrounding: Surrounding;
}

const variables: Readonly<Record<ShellFamily, RegExp>> = {
  posix: /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g,
  powershell: /\$(?:(?:env:)?([A-Za-z_]\w*)(?![\w:])|\{(?:env:)?([A-Za-z_]\w*)\})/gi,
  cmd: /%([A-Za-z_]\w*)%/g,
};

/** Surroundings in which a shell expands variables. */
const expanding: ReadonlySet<Surrounding> = new Set(['bare', 'double', 'heredoc', 'plain']);

/**
 * Returns the placeholders of a command: `<name>`, `{{name}}`, and variables that nothing is known to give a value.
 * @param given variables that the runbook sets, as `namesGivenIn` returns them.
 */
export function placeholdersIn(command: string, family: ShellFamily, given: Given = new Set()): Placeholder[] {
  const { surroundings } = scan(command, family);
  const marks = marksIn(command);
  const found = [
    ...marks.map((mark) => ({ ...mark, isVariable: false })),
    ...matchesOf(variables[family], command)
      .map(({ 0: { length }, 1: bare, 2: braced = '', index }) => {
        return { start: index, end: index + length, name: bare ?? braced, isVariable: true };
      })
      .filter(
        ({ start, end, name }) =>
          expanding.has(surroundings[start] ?? 'closed') &&
          !isEscaped(command, start, family) &&
          !isSet(command, start, end, family) &&
          !isUsualVariable(name, family) &&
          !given.has(variableKey(name, family)) &&
          !marks.some((mark) => mark.start < end && start < mark.end),
      ),
  ];
  return found
    .map((each): Placeholder => ({
      ...each,
      written: command.slice(each.start, each.end),
      key: keyOf(each.name),
      secret: isSecretName(each.name),
      surrounding: surroundings[each.start] ?? 'closed',
    }))
    .filter(({ surrounding, key }) => surrounding !== 'closed' && key !== '')
    .toSorted((a, b) => a.start - b.start);
}

/** Returns a name as it is compared and remembered. */
export function keyOf(name: string): string {
  return name
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '-')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function isEscaped(command: string, at: number, family: ShellFamily): boolean {
  const escape = family === 'posix' ? '\\' : family === 'powershell' ? '`' : '^';
  let count = 0;
  while (command.charAt(at - 1 - count) === escape) {
    count += 1;
  }
  return count % 2 === 1;
}

/** Whether PowerShell sets a variable here, or asks it for a member: `$x = 1`, `$pod.name`. */
function isSet(command: string, start: number, end: number, family: ShellFamily): boolean {
  return family === 'powershell' && start >= 0 && /^(?:\s*=(?!=)|[.[(])/.test(command.slice(end));
}
