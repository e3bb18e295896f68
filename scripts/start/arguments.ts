import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** Text of `npm start -- --help`. */
export const HELP = `Opens VS Code with Runbook Lens.

  npm start                        with a sample repository
  npm start -- PATH                with your own folder or .code-workspace file
  npm start -- --web [PATH]        in the browser, even if VS Code is installed
  npm start -- --no-open [PATH]    in the browser, without opening it

Opens your VS Code if it is installed. Otherwise runs VS Code in the browser (code-server)
until Ctrl-C.`;

/** The parsed arguments. */
export interface StartArguments {
  readonly help: boolean;
  /** Absolute path of the user's folder or workspace file; undefined for the sample. */
  readonly path: string | undefined;
  /** Use code-server even if VS Code is installed. */
  readonly web: boolean;
  /** Open the browser, if there is one. */
  readonly open: boolean;
}

/** Parses the arguments. A relative path starts at `base`. Throws an Error with a message for the user. */
export function parseStartArguments(args: readonly string[], base: string): StartArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    allowNegative: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      web: { type: 'boolean', default: false },
      open: { type: 'boolean', default: true },
    },
  });
  if (positionals.length > 1) {
    throw new Error(`Name only one PATH: ${positionals.join(' ')}`);
  }
  const [named] = positionals;
  return {
    help: values.help,
    path: named === undefined ? undefined : existing(path.resolve(base, named)),
    // Only the browser can stay closed.
    web: values.web || !values.open,
    open: values.open,
  };
}

/** Returns the path of a folder or workspace file. Throws an Error if it does not exist. */
function existing(opened: string): string {
  if (!existsSync(opened)) {
    throw new Error(`${opened} does not exist.`);
  }
  if (!statSync(opened).isDirectory() && !opened.endsWith('.code-workspace')) {
    throw new Error(`${opened} is neither a folder nor a .code-workspace file.`);
  }
  return opened;
}
