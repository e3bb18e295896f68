import { workspace, type Uri } from 'vscode';
import type { Author, History } from '../../core/index.ts';

/** How long what git said of people is good for. In milliseconds. */
const freshFor = 10 * 60 * 1000;

/** The people of each workspace folder's history, asked for once in a while. */
export class People {
  readonly #history: () => History | undefined;
  readonly #known = new Map<string, { readonly since: number; readonly people: Promise<readonly Author[]> }>();

  constructor(history: () => History | undefined) {
    this.#history = history;
  }

  /** Those who worked in the folder that a document is in; nobody where git may not be asked. */
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

  /** The name of whoever sits here, by git's configuration; undefined where that names nobody or may not be asked. */
  async me(uri: Uri): Promise<string | undefined> {
    const folder = workspace.getWorkspaceFolder(uri);
    return folder?.uri.scheme === 'file' ? (await this.#history()?.author(folder.uri.fsPath))?.name : undefined;
  }
}
