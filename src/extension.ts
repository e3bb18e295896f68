import type { ExtensionContext } from 'vscode';
import { IgnoreFiles } from './node/git/ignore-files.ts';
import { GitHistory } from './node/git-history.ts';
import { GitRepository } from './node/git-repository.ts';
import { localFiles } from './node/local-files.ts';
import { activateWith, type Api } from './vscode/activate.ts';

/** Entry point of the desktop and remote extension host. */
export function activate(context: ExtensionContext): Api {
  return activateWith(context, {
    files: localFiles,
    node: process.execPath,
    walkthroughAsked: process.env['RUNBOOK_LENS_WALKTHROUGH'] === 'open',
    git: (log) => ({
      history: new GitHistory(log),
      repository: new GitRepository(log),
      ignoreFiles: new IgnoreFiles(),
    }),
  });
}
