import { existsSync } from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { hasDesktop } from './desktop.ts';
import { walkthrough } from './walkthrough.ts';

/** Commands of VS Code and its variants, the most usual first. */
const COMMANDS = ['code', 'code-insiders', 'codium'];

/** Returns the path of an installed VS Code command, or undefined if there is none or no desktop. */
export function findDesktopCode(): string | undefined {
  if (!hasDesktop()) {
    return undefined;
  }
  const file = (command: string): string => (process.platform === 'win32' ? `${command}.cmd` : command);
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return COMMANDS.flatMap((command) => folders.map((folder) => path.join(folder, file(command)))).find((candidate) =>
    existsSync(candidate),
  );
}

/**
 * Opens a new VS Code window on `opened`, with the extension from the folder `root`. Resolves when the command has
 * ended; rejects if it fails.
 */
export function openInDesktopCode(
  command: string,
  options: { readonly root: string; readonly opened: string; readonly trusted: boolean },
): Promise<void> {
  const args = [
    `--extensionDevelopmentPath=${options.root}`,
    '--new-window',
    ...(options.trusted ? ['--disable-workspace-trust'] : []),
    options.opened,
  ];
  // Node starts a .cmd file only through the shell, which needs the quotes.
  const shell = process.platform === 'win32';
  const quoted = (text: string): string => (shell ? `"${text}"` : text);
  return new Promise((resolve, reject) => {
    const child = spawn(quoted(command), args.map(quoted), {
      shell,
      stdio: 'inherit',
      env: { ...process.env, ...walkthrough },
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) {
        resolve();
      } else {
        reject(new Error(`${command} ended with exit code ${code}.`));
      }
    });
  });
}
