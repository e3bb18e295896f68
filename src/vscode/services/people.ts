import { workspace, type Uri } from 'vscode';
import type { Author, History } from '../../core/index.ts';

/** The time after which git is asked for people again. In milliseconds. */
const freshFor = 10 * 60 * 1000;

/** The people in the history of each workspace folder, cached for a while. */
export class People {
  readonly #history: () => History | undefined;
  readonly #known = new Map<string, { readonly since: number; readonly people: Promise<readonly Author[]> }>();

  constructor(history: () => History | undefined) {
    this.#history = history;
  }

  /** Returns the authors in the workspace folder of a document; none if git cannot be used. */
  async of(uri: Uri): Promise<readonly Author[]> {
    const folder = workspace.getWorkspaceFolder(uri);
    const history = folder?.uri.scheme === 'file' ? this.#history() : undefined;
    if (folder === undefined || history === undefined) {
      return [];
    }
    const key = folder.uri.toString();
    const known = this.#known.get(key);
    if (known !== undefined && Date.now() - known.since < freshFor) {
      return known.people;
    }
    const people = history.people(folder.uri.fsPath);
    this.#known.set(key, { since: Date.now(), people });
    return people;
  }

  /** Returns the user's name in the git configuration, or undefined if there is none or git cannot be used. */
  async me(uri: Uri): Promise<string | undefined> {
    const folder = workspace.getWorkspaceFolder(uri);
    return folder?.uri.scheme === 'file' ? (await this.#history()?.author(folder.uri.fsPath))?.name : undefined;
  }
}
