// Makes the pictures of the README and the docs from a real workbench: npm run pictures [-- NAME ...]
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureCodeServer } from '../../scripts/vscode/install-code-server.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Session, startSession } from '../ui/support/session.ts';
import { animation } from './animation.ts';
import { stills } from './stills.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

await main(process.argv.slice(2));

/** Makes the pictures of these names, or all when there are no names, in `docs/images`. */
async function main(names: readonly string[]): Promise<void> {
  const vsix = path.join(root, 'out', 'runbook-lens.vsix');
  if (!existsSync(vsix)) {
    throw new Error(`There is no ${vsix}; \`npm run pictures\` packages it first.`);
  }
  const pictures: Readonly<Record<string, (session: Session, folder: string) => Promise<void>>> = {
    ...stills,
    night: animation,
  };
  const unknown = names.filter((name) => !Object.hasOwn(pictures, name));
  if (unknown.length > 0) {
    throw new Error(`No such picture: ${unknown.join(', ')}. There are ${Object.keys(pictures).join(', ')}.`);
  }
  const images = path.join(root, 'docs', 'images');
  const browser = await launchBrowser(root);
  try {
    const session = await startSession({
      codeServer: await ensureCodeServer(root),
      browser,
      vsix,
      screens: images,
    });
    try {
      for (const [name, make] of Object.entries(pictures)) {
        if (names.length === 0 || names.includes(name)) {
          await make(session, images);
          await session.closeWindows();
          console.log(`docs/images: ${name}`);
        }
      }
    } finally {
      await session.end();
    }
  } finally {
    await browser.close();
  }
}
