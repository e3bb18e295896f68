import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import { writeTree } from '../../support/workspaces.ts';

/** Runs something while "git" is a shell script, which may go on with the real one as `"$PROGRAM"`. The script is kept in `folder`. */
export async function withGit<T>(folder: string, script: string, run: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const program = (await promisify(execFile)('sh', ['-c', 'command -v git'])).stdout.trim();
  await writeTree(folder, { git: `#!/bin/sh\nPROGRAM='${program}'\n${script}\n` });
  await chmod(path.join(folder, 'git'), 0o755);
  return withEnvironment({ PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}` }, run);
}

/** Runs something while variables of this process's environment have other values; undefined takes one away. */
export async function withEnvironment<T>(
  values: Readonly<Record<string, string | undefined>>,
  run: () => Promise<T>,
): Promise<T> {
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, process.env[name]]));
  setAll(values);
  try {
    return await run();
  } finally {
    setAll(before);
  }
}

function setAll(values: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) {
      delete process.env[name];
    } else {
      process.env[name] = value;
    }
  }
}
