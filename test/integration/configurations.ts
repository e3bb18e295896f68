import { cp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { createSampleRepository } from '../../sample/create.ts';
import type { Opened } from '../../scripts/vscode/address.ts';
import { alertRules, alertRunbook, postmortem } from '../support/documents.ts';
import { commitAll, git, gitInit, writeTree } from '../support/workspaces.ts';

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
  message: 'Add the first documents',
  date: '2025-01-15T09:00:00Z',
  author: 'Ada Example <ada@example.com>',
};

/** Five alert runbooks that agree, one that lacks a section and one with a placeholder; postmortems; and what is neither. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['ApiErrorsHigh', 'ApiLatencyHigh', 'DiskFillingUp', 'QueueBacklog', 'ReplicaLag'].map((name) => [
      `runbooks/alerts/${name}.md`,
      alertRunbook(name),
    ]),
  ),
  'runbooks/alerts/CacheDown.md': alertRunbook('CacheDown', ['Meaning', 'Impact', 'Diagnosis']),
  'runbooks/alerts/NodeDown.md': alertRunbook('NodeDown').replace(/(?<=## Impact\n\n).*/, 'TODO'),
  'runbooks/tasks/rotate the keys.md':
    '# Rotate the keys\n\n## Steps\n\n1. Make a new key.\n2. Use it.\n\n## Verify\n\nIt works.\n',
  'runbooks/README.md': '# Runbooks\n\n- [ApiErrorsHigh](alerts/ApiErrorsHigh.md)\n',
  'runbooks/TEMPLATE.md': alertRunbook('Alert name'),
  'postmortems/2026-01-13-card-payments.md': postmortem({
    title: 'Card payments failed',
    date: '2026-01-13',
    severity: 'SEV-1',
    service: 'payments',
  }),
  'postmortems/2026-02-03-søk-nede.html.md.erb': postmortem({
    title: 'Søk nede',
    date: '2026-02-03',
    severity: 'SEV-2',
    service: 'search',
  }),
  'docs/architecture.md': '# Architecture\n\nThree services and a queue.\n',
  '.gitignore': 'ignored/\n',
};

/** Files that cannot be read as text. */
const BROKEN: Readonly<Record<string, string | Uint8Array>> = {
  'runbooks/broken/binary.md': new Uint8Array([35, 32, 0, 1, 2]),
  'runbooks/broken/latin1.md': new Uint8Array([35, 32, 0xe9, 0x74, 0xe9]),
  'runbooks/broken/huge.md': '# Huge\n'.repeat(400_000),
};

/** Every window that the integration tests run in, in order. */
const CONFIGURATIONS: readonly Configuration[] = [
  { name: 'single', settings: {}, restricted: false, prepare: repository },
  { name: 'incidents', settings: {}, restricted: false, prepare: responders },
  { name: 'alerts', settings: {}, restricted: false, prepare: alerting },
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

/** Windows that measure rather than test; they are opened by name only. */
const MEASUREMENTS: readonly Configuration[] = [
  { name: 'bench', settings: {}, restricted: false, prepare: manyDocuments },
];

/** The configurations of these names, or all that test when there are no names. Throws when a name is unknown. */
export function selectConfigurations(names: readonly string[]): readonly Configuration[] {
  const all = [...CONFIGURATIONS, ...MEASUREMENTS];
  const known = all.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`No such configuration: ${unknown.join(', ')}. There are ${known.join(', ')}.`);
  }
  return names.length === 0 ? CONFIGURATIONS : all.filter(({ name }) => names.includes(name));
}

/** A git repository with one commit, a document not yet added, an ignored one, and some that cannot be read. */
async function repository(folder: string): Promise<Opened> {
  await writeTree(folder, { ...DOCUMENTS, ...BROKEN });
  await gitInit(folder);
  await commitAll(folder, FIRST_COMMIT);
  await writeTree(folder, {
    'runbooks/tasks/restart-the-queue.md': '# Restart the queue\n\n## Steps\n\n1. Restart it.\n',
    'runbooks/ignored/secret.md': '# Runbook: secret\n\n## Steps\n\n1. Hush.\n',
  });
  return folder;
}

/** The repository of a team that has runbooks and postmortems; git knows who sits at the computer. */
async function responders(folder: string): Promise<Opened> {
  await writeTree(folder, DOCUMENTS);
  await gitInit(folder);
  await git(folder, ['config', 'user.name', 'Robin Example']);
  await git(folder, ['config', 'user.email', 'robin@example.com']);
  await commitAll(folder, FIRST_COMMIT);
  return folder;
}

/** The repository of a team whose alerts link to its runbooks, in each of the states that links have. */
async function alerting(folder: string): Promise<Opened> {
  await responders(folder);
  await git(folder, ['remote', 'add', 'origin', 'git@github.com:acme/shop.git']);
  await writeTree(folder, alertRules);
  await commitAll(folder, { ...FIRST_COMMIT, message: 'Add alerts' });
  return folder;
}

/** A git repository with 2,000 documents: the sample's, again and again. */
async function manyDocuments(folder: string): Promise<Opened> {
  const sample = path.join(folder, 'part-0');
  await createSampleRepository(sample);
  await rm(path.join(sample, '.git'), { recursive: true });
  const own = (await readdir(sample, { recursive: true })).filter((file) => file.endsWith('.md')).length;
  for (let part = 1; part * own < 2000; part += 1) {
    await cp(sample, path.join(folder, `part-${part}`), { recursive: true });
  }
  await gitInit(folder);
  await git(folder, ['config', 'user.name', 'Robin Example']);
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
    await git(path.join(folder, name), ['remote', 'add', 'origin', `https://github.com/acme/${name}.git`]);
  }
  const page = 'https://github.com/acme/second/blob/main/runbooks/alerts/QueueBacklog.md#mitigation';
  const rule = `- alert: QueueIsLong\n        expr: waiting > 9\n        annotations: {runbook_url: '${page}'}\n`;
  await writeTree(folder, {
    'first/rules/queue.yaml': `groups:\n  - name: queue\n    rules:\n      ${rule}`,
  });
  return path.join(folder, 'both.code-workspace');
}

/** Documents that no git repository holds. */
async function folderWithoutGit(folder: string): Promise<Opened> {
  await writeTree(folder, { ...DOCUMENTS, ...BROKEN });
  return folder;
}
