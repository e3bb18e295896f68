// npm run package: packs the extension into out/runbook-lens.vsix. What goes in is the allow-list of .vscodeignore; the
// packaging test reads the result.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';

const root = path.join(import.meta.dirname, '..');
const packagePath = path.join(root, 'out', 'runbook-lens.vsix');
await mkdir(path.dirname(packagePath), { recursive: true });
await createVSIX({
  cwd: root,
  packagePath,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
