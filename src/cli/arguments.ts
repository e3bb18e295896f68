import { parseArgs, type ParseArgsConfig } from 'node:util';
import { refusedGlobs, UserError, type FileRules } from '../core/index.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options of every subcommand. */
export const commonOptions = {
  format: { type: 'string' },
  include: { type: 'string', multiple: true },
  exclude: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Options;

/** Parses the arguments of a subcommand. Throws a UserError that names an unknown argument. */
export function parseOptions<Known extends Options>(command: string, args: readonly string[], options: Known) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UserError(
      // Some messages have several lines.
      `${(error instanceof Error ? error.message : String(error)).replaceAll('\n', ' ')}. See runbook-lens ${command} --help.`,
    );
  }
}

/** Returns the globs of --include and --exclude. Throws a UserError for an invalid glob. */
export function globOptions({ include = [], exclude = [] }: Partial<FileRules>): FileRules {
  const [refused] = refusedGlobs({ include, exclude });
  if (refused !== undefined) {
    throw new UserError(refused);
  }
  return { include, exclude };
}

/**
 * Returns the value of an option with a fixed list of values, or the first if absent. Throws a UserError that lists
 * them.
 */
export function oneOf<Choice extends string>(
  noun: string,
  value: string | undefined,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  if (value === undefined) {
    return choices[0];
  }
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    throw new UserError(`Unknown ${noun} "${value}". Use ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}.`);
  }
  return found;
}

/** Throws a UserError if the value of an option is given and empty. */
export function refuseEmpty(option: string, value: string | undefined, what: string): void {
  if (value === '') {
    throw new UserError(`${option} is empty. Name ${what}.`);
  }
}
