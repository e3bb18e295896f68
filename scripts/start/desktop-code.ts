import { existsSync } from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { hasDesktop } from './desktop.ts';

/** Commands of VS Code and its variants, most usual first. */
const COMMANDS = ['code', 'code-insiders', 'codium'];

/** Path of the command of an installed VS Code that can show a window, if there is one. */
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
 * Opens a new window of the VS Code with this command, showing `opened` with the extension at `root` loaded from its
 * folder. Resolves when the command has handed over to VS Code; rejects when it fails.
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
    const child = spawn(quoted(command), args.map(quoted), { shell, stdio: 'inherit' });
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
