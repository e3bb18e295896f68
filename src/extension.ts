import type { ExtensionContext } from 'vscode';
import type { PastFiles } from './core/index.ts';
import { IgnoreFiles } from './node/git/ignore-files.ts';
import { GitHistory } from './node/git-history.ts';
import { GitRepository } from './node/git-repository.ts';
import { localFiles } from './node/local-files.ts';
import { activateWith, type Api } from './vscode/activate.ts';

/** What files once were. Few ask for it, so it is loaded on first use. */
async function pastFiles(): Promise<PastFiles> {
  const { GitPast } = await import('./node/git-past.ts');
  return new GitPast();
}

/** Entry point of the desktop and remote extension host. */
export function activate(context: ExtensionContext): Api {
  return activateWith(context, {
    files: localFiles,
    node: process.execPath,
    walkthroughAsked: process.env['RUNBOOK_LENS_WALKTHROUGH'] === 'open',
    git: (log) => {
      let past: Promise<PastFiles> | undefined;
      return {
        history: new GitHistory(log),
        repository: new GitRepository(log),
        ignoreFiles: new IgnoreFiles(),
        past: () => (past ??= pastFiles()),
      };
    },
  });
}
