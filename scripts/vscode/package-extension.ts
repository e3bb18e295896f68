import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';

/**
 * Packs the built extension at `root` into a VSIX at `packagePath`. What goes in is the allow-list of .vscodeignore. Rejects
 * when the manifest or a listed file is not as it must be.
 */
export async function packageExtension(root: string, packagePath: string): Promise<void> {
  await mkdir(path.dirname(packagePath), { recursive: true });
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    // The README's pictures are in the package.
    rewriteRelativeLinks: false,
  });
}
