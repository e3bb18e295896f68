import { existsSync } from 'node:fs';
import { runCommand } from './run-command.ts';

/** Whether this is Debian or Ubuntu and this process may install packages. */
export function canInstallAptPackages(): boolean {
  return existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/** Installs Debian packages without questions. Rejects if apt-get fails. */
export async function installAptPackages(names: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`Installing ${names.join(', ')} with apt-get ...`);
  await runCommand('apt-get', ['update', '-qq'], { env });
  await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env });
}
