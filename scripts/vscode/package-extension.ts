import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';

/**
 * Packs the built extension at `root` into a VSIX at `packagePath`, with the files in .vscodeignore's allow-list.
 * Rejects if the manifest or a listed file is not valid.
 */
export async function packageExtension(root: string, packagePath: string): Promise<void> {
  await mkdir(path.dirname(packagePath), { recursive: true });
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
  });
}
