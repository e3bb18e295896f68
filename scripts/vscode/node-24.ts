import { existsSync } from 'node:fs';
import path from 'node:path';

/** The oldest major version of Node that runs the pinned VS Code. */
const REQUIRED_MAJOR = 24;

/**
 * Returns the path of a Node that can run the pinned VS Code: the current one, or the dev dependency `node` under
 * `root`. Throws an Error with advice if neither can.
 */
export function findNode24(root: string): string {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= REQUIRED_MAJOR) {
    return process.execPath;
  }
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const installed = path.join(root, 'node_modules', 'node', 'bin', file);
  if (existsSync(installed)) {
    return installed;
  }
  throw new Error(
    `Node ${REQUIRED_MAJOR} is required, but this is ${process.version}. Run \`npm ci\` to install it into node_modules.`,
  );
}
