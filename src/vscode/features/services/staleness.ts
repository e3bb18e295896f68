import { l10n, workspace, type Disposable, type WorkspaceFolder } from 'vscode';
import { findStale, UserError, type PastFiles } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { KnownSuspects } from './known-suspects.ts';
import { lookThrough, type StaleFolder, type StaleFound } from './stale-folders.ts';

/** The runbooks that evidence speaks against, as the last look found them. Nothing is looked for unasked: it reads the history. */
export class Staleness implements Disposable {
  readonly #deps: Deps;
  readonly #past: () => Promise<PastFiles | undefined>;
  readonly #known = new KnownSuspects();
  readonly #listener: Disposable;

  /** @param past returns what files once were; undefined if git may not start. */
  constructor(deps: Deps, past: () => Promise<PastFiles | undefined>) {
    this.#deps = deps;
    this.#past = past;
    this.#listener = deps.index.catalog.onDidChange(({ changed, removed }) => {
      this.#known.forget([...changed, ...removed]);
    });
  }

  /** Returns the sentences of evidence against a runbook, by its path from the top; none before a look, and after a change of it. */
  evidenceFor(root: string, path: string): readonly string[] {
    return this.#known.evidenceFor(root, path);
  }

  /** Looks through the history of all workspace folders. Rejects with a UserError if git cannot start, and if the signal aborts. */
  async find(signal: AbortSignal): Promise<StaleFound> {
    const { alerts, index } = this.#deps;
    const past = await this.#past();
    if (past === undefined) {
      throw new UserError(
        workspace.isTrusted
          ? l10n.t('The history tells what is stale, and no git can start in this window: its folders are not local.')
          : l10n.t('The history tells what is stale, and git may not start in this workspace. Trust it first.'),
      );
    }
    await alerts.load();
    const folders = (workspace.workspaceFolders ?? []).map((folder) => this.#toLookIn(folder, past, signal));
    const changedMeanwhile: string[] = [];
    const listener = index.catalog.onDidChange(({ changed, removed }) => changedMeanwhile.push(...changed, ...removed));
    try {
      const found = await lookThrough(folders, signal);
      this.#known.replace(found.suspects, index.catalog.documents());
      this.#known.forget(changedMeanwhile);
      return found;
    } finally {
      listener.dispose();
    }
  }

  dispose(): void {
    this.#listener.dispose();
  }

  #toLookIn({ uri, name }: WorkspaceFolder, past: PastFiles, signal: AbortSignal): StaleFolder {
    const { alerts, index } = this.#deps;
    const root = uri.toString();
    const read = alerts.ruleFilesOf(root);
    if (uri.scheme !== 'file') {
      return { root, name, look: l10n.t('This folder is not local, so git cannot tell its history.') };
    }
    if (read === undefined) {
      return { root, name, look: l10n.t('The rule files of this folder could not be read.') };
    }
    const request = { root: uri.fsPath, documentsOf: root, catalog: index.catalog, past, signal, ...read };
    return { root, name, look: () => findStale(request) };
  }
}
