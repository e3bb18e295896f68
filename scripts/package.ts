// npm run package: packs the extension into out/runbook-lens.vsix; the packaging tests read the result.
import path from 'node:path';
import { packageExtension } from './vscode/package-extension.ts';

const root = path.resolve(import.meta.dirname, '..');
await packageExtension(root, path.join(root, 'out', 'runbook-lens.vsix'));
