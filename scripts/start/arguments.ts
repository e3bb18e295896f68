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

/** What the user asks for. */
export interface StartArguments {
  readonly help: boolean;
  /** The user's folder or workspace file by its absolute path; the sample when there is none. */
  readonly path: string | undefined;
  /** Use code-server even where VS Code is installed. */
  readonly web: boolean;
  /** Open the browser where there is one. */
  readonly open: boolean;
}

/**
 * Reads the arguments; a relative path counts from `base`. Throws an Error that tells the user what is wrong with
 * them.
 */
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
    // Only the browser can be left closed.
    web: values.web || !values.open,
    open: values.open,
  };
}

/** The path when it is a folder or workspace file. */
function existing(opened: string): string {
  if (!existsSync(opened)) {
    throw new Error(`${opened} does not exist.`);
  }
  if (!statSync(opened).isDirectory() && !opened.endsWith('.code-workspace')) {
    throw new Error(`${opened} is neither a folder nor a .code-workspace file.`);
  }
  return opened;
}
