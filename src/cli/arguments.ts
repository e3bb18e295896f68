import { parseArgs } from 'node:util';
import { UserError } from '../core/index.ts';

/** What a subcommand was given. */
export interface Arguments {
  readonly path: string | undefined;
  readonly format: 'text' | 'json';
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly all: boolean;
  readonly help: boolean;
}

/** Reads a subcommand's arguments. Throws a UserError that names the argument it does not know. */
export function readArguments(command: string, args: readonly string[], known: ReadonlyArray<'all'>): Arguments {
  const { values, positionals } = parse(command, args, known);
  const format = values.format ?? 'text';
  if (format !== 'text' && format !== 'json') {
    throw new UserError(`Unknown format "${format}". Use text or json.`);
  }
  if (positionals.length > 1) {
    throw new UserError(`${command} takes one path, not ${positionals.length}: ${positionals.join(' ')}`);
  }
  return {
    path: positionals[0],
    format,
    include: values.include ?? [],
    exclude: values.exclude ?? [],
    all: values.all ?? false,
    help: values.help ?? false,
  };
}

function parse(command: string, args: readonly string[], known: ReadonlyArray<'all'>) {
  try {
    const result = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        include: { type: 'string', multiple: true },
        exclude: { type: 'string', multiple: true },
        all: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (result.values.all === true && !known.includes('all')) {
      throw new UserError(`Unknown option '--all' for ${command}`);
    }
    return result;
  } catch (error) {
    throw new UserError(
      `${error instanceof Error ? error.message : String(error)}. See runbook-lens ${command} --help.`,
    );
  }
}
