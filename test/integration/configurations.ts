import path from 'node:path';
import type { Opened } from '../../scripts/vscode/address.ts';
import { commitAll, gitInit, writeTree } from '../support/workspaces.ts';

/** One window that one suite runs in. */
export interface Configuration {
  /** Name of the configuration and of its suite in `suites/`. */
  readonly name: string;
  /** User settings of the window. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** When true the window is not trusted (Restricted Mode), else it is trusted. */
  readonly restricted: boolean;
  /** Fills an empty folder and says what of it the window opens. */
  prepare(folder: string): Promise<Opened>;
}

const FIRST_COMMIT = {
  message: 'Add the first runbook',
  date: '2025-01-15T09:00:00Z',
  author: 'Ada Example <ada@example.com>',
};

const DOCUMENTS = { 'runbooks/restart.md': '# Restart the service\n\nDo it gently.\n' };

/** Every window that the integration tests run in, in order. */
const CONFIGURATIONS: readonly Configuration[] = [
  { name: 'single', settings: {}, restricted: false, prepare: repository },
  { name: 'multi-root', settings: {}, restricted: false, prepare: twoRepositories },
  { name: 'no-git', settings: {}, restricted: false, prepare: folderWithoutGit },
  { name: 'empty', settings: {}, restricted: false, prepare: (folder) => Promise.resolve(folder) },
  { name: 'no-folder', settings: {}, restricted: false, prepare: () => Promise.resolve(undefined) },
  {
    name: 'restricted',
    settings: { 'security.workspace.trust.startupPrompt': 'never' },
    restricted: true,
    prepare: repository,
  },
];

/** The configurations of these names, or all when there are no names. Throws when a name is unknown. */
export function selectConfigurations(names: readonly string[]): readonly Configuration[] {
  const known = CONFIGURATIONS.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`No such configuration: ${unknown.join(', ')}. There are ${known.join(', ')}.`);
  }
  return CONFIGURATIONS.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** A git repository with one commit. */
async function repository(folder: string): Promise<Opened> {
  await writeTree(folder, DOCUMENTS);
  await gitInit(folder);
  await commitAll(folder, FIRST_COMMIT);
  return folder;
}

/** A workspace file with two git repositories. */
async function twoRepositories(folder: string): Promise<Opened> {
  const names = ['first', 'second'];
  const folders = names.map((name) => ({ path: name }));
  await writeTree(folder, { 'both.code-workspace': JSON.stringify({ folders }) });
  for (const name of names) {
    await writeTree(folder, { [`${name}/README.md`]: `# ${name}\n` });
    await repository(path.join(folder, name));
  }
  return path.join(folder, 'both.code-workspace');
}

/** Documents that no git repository holds. */
async function folderWithoutGit(folder: string): Promise<Opened> {
  await writeTree(folder, DOCUMENTS);
  return folder;
}
